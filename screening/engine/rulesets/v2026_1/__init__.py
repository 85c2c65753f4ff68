"""Ruleset 2026.1, in the order of domain.md section 4: safety, law, class, adjusters.

Steps by first letter: A safety, B law and eligibility, C risk class, D adjusters, S combined care,
W clinical warnings, X what would change the proposal.
"""

from screening.engine.rules import Ruleset
from screening.engine.rulesets.v2026_1 import (
    adjusters,
    care,
    changes,
    flags,
    law,
    risk_class,
    safety,
)
from screening.engine.texts import Text


RULESET_2026_1 = Ruleset(
    version="2026.1",
    title=Text("Aturan usulan layanan 2026.1", "Routing rules 2026.1"),
    rules=(
        *safety.RULES,
        *law.RULES,
        *risk_class.RULES,
        *adjusters.RULES,
        *care.RULES,
        *changes.RULES,
    ),
    flags=flags.FLAGS,
)
