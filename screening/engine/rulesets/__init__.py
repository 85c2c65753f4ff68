"""The published rulesets. A published ruleset is never edited: a change is a new version."""

from screening.engine.errors import UnknownRuleset
from screening.engine.rules import Ruleset
from screening.engine.rulesets.v2026_1 import RULESET_2026_1
from screening.engine.rulesets.v2026_2 import RULESET_2026_2
from screening.engine.rulesets.v2026_3 import RULESET_2026_3


_PUBLISHED: tuple[Ruleset, ...] = (RULESET_2026_1, RULESET_2026_2, RULESET_2026_3)  # oldest first


def published() -> tuple[Ruleset, ...]:
    return _PUBLISHED


def get(version: str | None = None) -> Ruleset:
    """The current ruleset, or exactly the version named."""
    matches = [ruleset for ruleset in _PUBLISHED if version in {None, ruleset.version}]
    if not matches:
        raise UnknownRuleset(str(version))
    return matches[-1]
