"""The shape of a rule: a code, a sentence, its source, and the condition under which it holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from screening.engine.cases import Case, Reading, own_risk
from screening.engine.conditions import Condition
from screening.engine.facts import CHECKS_UNTIL_2026_2, Check, Facts
from screening.engine.lenses import LensRules
from screening.engine.levels import Base
from screening.engine.proposals import Note
from screening.engine.red_flags import RED_FLAGS, RedFlag
from screening.engine.texts import Text
from screening.engine.wording import words_of


class Effect(StrEnum):
    REASON = "reason"  # explains
    TOP = "top"  # sets the highest class, and explains
    RAISE = "raise"  # one class up; however many hold, one class in all
    LOWER = "lower"  # one class down, only when nothing raises
    CAP = "cap"  # moderate at most, whatever raises
    HOLD = "hold"  # no class and no base until it is cleared up
    PLACE = "place"  # sets the lead base whatever the class
    BAR = "bar"  # never this base: the next heavier one that is not barred
    SUPPORT = "support"  # adds a supporting base
    WARNING = "warning"
    CHANGE = "change"  # what would change the proposal
    FOR = "for"  # speaks for a base, whatever is proposed
    AGAINST = "against"  # speaks against a base


ON_CLASS = (Effect.TOP, Effect.RAISE, Effect.LOWER, Effect.CAP)
EXPLAINING = (
    Effect.HOLD,
    Effect.REASON,
    *ON_CLASS,
    Effect.PLACE,
    Effect.BAR,
    Effect.SUPPORT,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """The first letter of `code` is the step; `base` belongs to PLACE, BAR, SUPPORT, FOR, AGAINST."""

    code: str
    effect: Effect
    when: Callable[[Case], bool]
    text: Text
    source: str
    base: Base | None = None
    own_words: Callable[[Case], dict[str, Text]] | None = None
    """Words that only this rule puts into its sentence."""

    def holds(self, case: Case) -> bool:
        """A rule about the class has nothing to say while there is no class."""
        if self.effect in ON_CLASS and case.start is None:
            return False
        return self.when(case)

    def note(self, case: Case) -> Note:
        own = self.own_words(case) if self.own_words else {}
        return Note(self.code, self.text.filled({**words_of(case, self.text), **own}))


def _nothing(_facts: Facts) -> tuple[Reading, ...]:
    return ()


def _as_it_is(case: Case) -> Case:
    return case


@dataclass(frozen=True, slots=True)
class Ruleset:
    version: str
    title: Text
    rules: tuple[Rule, ...]
    programme: Mapping[Base, tuple[int, int]] = field(default_factory=dict)
    """The shortest and longest programme recommended on each base, in months."""
    read: Callable[[Facts], tuple[Reading, ...]] = _nothing
    """Classes that follow from facts, beside those of the instruments."""
    checks: Mapping[str, Check] = field(default_factory=lambda: CHECKS_UNTIL_2026_2)
    """The facts that it knows."""
    safety: frozenset[str] = frozenset()
    """The facts that are never harmless when they cannot be read."""
    flags: tuple[RedFlag, ...] = RED_FLAGS
    rate: Callable[[object, Facts], object] = own_risk
    """The class that one result stands for."""
    open: Callable[[Case], Case] = _as_it_is
    """Sorts out what was given before the steps begin."""
    conditions: tuple[Condition, ...] = ()
    lenses: tuple[LensRules, ...] = ()
    lens_of: Mapping[str, str] = field(default_factory=dict)
    """Through which lens a rule looks, by its code."""
    before: Mapping[str, str] = field(default_factory=dict)
    """The warnings that are settled before the client leaves, each with its kind."""

    def source_of(self, code: str) -> str:
        return next((rule.source for rule in self.rules if rule.code == code), "")

    def condition(self, code: str) -> Condition | None:
        return next((found for found in self.conditions if found.code == code), None)

    def holding(self, case: Case, *effects: Effect) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.effect in effects and rule.holds(case))
