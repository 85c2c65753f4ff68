"""Ruleset 2026.2: that of 2026.1, and what it left out.

New are readings from DSM-5 criteria and the pattern of use, the terms of an order, a minor's consent and
assent, duplicates, the ASI, the way back from a balai, programme lengths, and what speaks for and against
each base (steps F and G).
"""

from screening.engine.rules import Rule, Ruleset
from screening.engine.rulesets import v2026_1 as before
from screening.engine.rulesets.v2026_2 import arguments, care, classes, law
from screening.engine.texts import Text


def _but(code: str, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.code != code)


# The last three rules of step D say what came of those before them.
RAISING, OUTCOME = before.adjusters.RULES[:-3], before.adjusters.RULES[-3:]
RULESET_2026_2 = Ruleset(
    version="2026.2",
    title=Text("Aturan usulan layanan 2026.2", "Routing rules 2026.2"),
    rules=(
        *before.safety.RULES,
        *care.SAFETY,
        *_but("B2_GUARDIAN", before.law.RULES),
        *law.RULES,
        *before.risk_class.RULES,
        *RAISING,
        *care.RAISING,
        *OUTCOME,
        *before.care.RULES,
        *care.SUPPORTING,
        *before.changes.RULES,
        *law.CHANGES,
        *arguments.RULES,
    ),
    programme={"family": (1, 3), "institution": (3, 6), "balai": (4, 12)},
    read=classes.read,
    flags=before.flags.FLAGS,
)
