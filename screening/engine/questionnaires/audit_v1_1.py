"""AUDIT version 1.1: version 1.0 with the skips of the manual, and the raise as advice.

WHO, AUDIT guidelines, second edition (2001): whoever never drinks, and whoever has no points on items 2 and
3, goes on to items 9 and 10; with 2 or more on items 4 to 6 or 4 on item 9 or 10 the next higher level of
intervention is offered. 1.0 took that for a higher zone, which is a class of risk: one injury then led to a
dormitory. Sentences, points and zones stay those of 1.0.
"""

from dataclasses import replace

from screening.engine.questionnaires.audit_v1_0 import AUDIT_1_0
from screening.engine.scale import Skip
from screening.engine.texts import Text


_HINTS = {
    "q1": Text(
        "Bila jawabannya “Tidak pernah”, langsung ke butir 9 dan 10.",
        "If the answer is “Never”, go on to items 9 and 10.",
    ),
    "q3": Text(
        "Bila butir 2 dan 3 sama-sama tanpa nilai (paling banyak 2 gelas, tidak pernah 6 gelas), langsung "
        "ke butir 9 dan 10.",
        "If neither item 2 nor item 3 brings a point (2 glasses at most, never 6), go on to items 9 and 10.",
    ),
}

AUDIT_1_1 = replace(
    AUDIT_1_0,
    version="1.1",
    scoring=Text(
        "Butir 1 sampai 8 bernilai 0 sampai 4, butir 9 dan 10 bernilai 0, 2, atau 4; jumlahnya 0 sampai "
        "40. Butir yang dilewati bernilai 0. Bila butir 4, 5, atau 6 bernilai 2 atau lebih, atau butir 9 "
        "atau 10 bernilai 4, tawarkan intervensi satu tingkat lebih tinggi; zonanya sendiri tidak berubah.",
        "Items 1 to 8 count 0 to 4, items 9 and 10 count 0, 2 or 4; the sum is 0 to 40. An item passed over "
        "counts 0. When item 4, 5 or 6 brings 2 or more, or item 9 or 10 brings 4, offer the next higher "
        "level of intervention; the zone itself stays.",
    ),
    items=tuple(replace(item, hint=_HINTS.get(item.code)) for item in AUDIT_1_0.items),
    raises=(),
    advises=AUDIT_1_0.raises,
    skips=(
        Skip(("q1",), ("q2", "q3", "q4", "q5", "q6", "q7", "q8")),
        Skip(("q2", "q3"), ("q4", "q5", "q6", "q7", "q8")),
    ),
)
