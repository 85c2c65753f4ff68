"""What becomes of dangers and referrals when their case is closed, stopped or handed over: they stay, for whoever leads."""

from clients.hanging import Hangs


RECORD = "what was found and done about a danger stays with the file"
ALIVE = "a life may hang on it: it waits for whoever leads the case, with or without consent"

TABLES = {
    "safety.MedicalReferral": Hangs(stays=ALIVE),
    "safety.MedicalResult": Hangs(stays=RECORD),
    "safety.Concern": Hangs(stays=ALIVE),
    "safety.ConcernStep": Hangs(stays=RECORD),
    "safety.HomeJudgement": Hangs(stays=RECORD),
}
