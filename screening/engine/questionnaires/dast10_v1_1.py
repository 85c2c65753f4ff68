"""DAST-10 version 1.1: version 1.0 with the two instructions of the published form, in own words.

The published form tells whoever takes no drugs how to answer items 3 and 5; without that, a person who has
not used for a year scores 1 for not being able to stop. Item 3 here is the wording of Skinner (1982), "able
to stop", where the no counts; the other wording in use asks whether one was unable to stop, and is not
reversed. Structure, points and cut-offs stay those of 1.0.
"""

from dataclasses import replace

from screening.engine.questionnaires.dast10_v1_0 import DAST10_1_0
from screening.engine.texts import Text


_HINTS = {
    "q3": Text(
        "Bila klien tidak memakai zat sama sekali, jawabannya Ya.",
        "If the client takes no drugs at all, the answer is Yes.",
    ),
    "q5": Text(
        "Bila klien tidak memakai zat sama sekali, jawabannya Tidak.",
        "If the client takes no drugs at all, the answer is No.",
    ),
}

DAST10_1_1 = replace(
    DAST10_1_0,
    version="1.1",
    scoring=Text(
        "Setiap jawaban ya bernilai 1; pada butir 3 jawaban tidak yang bernilai 1. Jumlahnya 0 sampai 10. "
        "Butir 3 memakai rumusan “mampu berhenti”; rumusan lain yang beredar menanyakan “tidak mampu "
        "berhenti” dan tidak dibalik.",
        "Each yes counts 1; for item 3 it is the no that counts. The sum is 0 to 10. Item 3 asks about "
        "being able to stop; the other wording in use asks about being unable to, and is not reversed.",
    ),
    items=tuple(replace(item, hint=_HINTS.get(item.code)) for item in DAST10_1_0.items),
)
