"""The allowed moves of a case. Anyone can review this table; nothing else changes a status."""

from clients.enums import CaseStatus as S
from common.workflow import Workflow


OPEN = (S.INTAKE, S.SCREENING, S.MEDICAL_FIRST, S.DECISION, S.PLACEMENT, S.IN_SERVICE, S.AFTERCARE)

# verb, from, to
CASE = Workflow(
    ("start_screening", (S.INTAKE, S.MEDICAL_FIRST), S.SCREENING),
    ("refer_to_medical", (S.SCREENING, S.DECISION), S.MEDICAL_FIRST),
    # A clinician's word has come: the interview, or the decision, goes on where it stood.
    ("go_on_screening", (S.MEDICAL_FIRST,), S.SCREENING),
    ("go_on_deciding", (S.MEDICAL_FIRST,), S.DECISION),
    ("propose", (S.SCREENING,), S.DECISION),
    ("decide", (S.DECISION,), S.PLACEMENT),
    ("decide_again", (S.PLACEMENT,), S.DECISION),
    ("start_service", (S.PLACEMENT,), S.IN_SERVICE),
    ("end_service", (S.IN_SERVICE,), S.AFTERCARE),
    ("close", OPEN, S.CLOSED),
    ("find", (S.CLOSED,), S.AFTERCARE),  # who was given up as lost after care
    title="Kasus",
)
