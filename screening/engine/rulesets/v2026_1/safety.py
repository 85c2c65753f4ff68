"""Step A: a red flag stops the routing. Each flag adds its own reason, see routing.py."""

from screening.engine.cases import Case
from screening.engine.rules import Effect, Rule
from screening.engine.texts import Text


def _flagged(case: Case) -> bool:
    return bool(case.flags)


RULES = (
    Rule(
        "A1_MEDICAL_FIRST",
        Effect.REASON,
        _flagged,
        Text(
            "Rujukan medis dahulu: usulan tempat layanan ditunda. Kasus tetap terbuka, rujukan dipantau, "
            "triase diulang dalam 24-72 jam.",
            "Medical referral first: placement waits. The case stays open, the referral is followed, "
            "triage is repeated within 24-72 hours.",
        ),
        "domain.md 4 A1 (product rule); 3.3",
    ),
)
