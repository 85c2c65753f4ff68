"""The shape of a rule: a code, a sentence, its source, and the condition under which it holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from screening.engine.cases import Case, Reading
from screening.engine.facts import Facts
from screening.engine.levels import Base
from screening.engine.proposals import Note
from screening.engine.texts import Text
from screening.engine.wording import words_of


class Effect(StrEnum):
    REASON = "reason"  # explains
    TOP = "top"  # sets the highest class, and explains
    RAISE = "raise"  # one class up; however many hold, one class in all
    LOWER = "lower"  # one class down, only when nothing raises
    PLACE = "place"  # sets the lead base whatever the class
    SUPPORT = "support"  # adds a supporting base
    WARNING = "warning"
    CHANGE = "change"  # what would change the proposal
    FOR = "for"  # speaks for a base, whatever is proposed
    AGAINST = "against"  # speaks against a base


ON_CLASS = (Effect.TOP, Effect.RAISE, Effect.LOWER)
EXPLAINING = (Effect.REASON, *ON_CLASS, Effect.PLACE, Effect.SUPPORT)


@dataclass(frozen=True, slots=True)
class Rule:
    """The first letter of `code` is the step; `base` belongs to PLACE, SUPPORT, FOR and AGAINST."""

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
        return Note(self.code, self.text.filled({**words_of(case), **own}))


def _nothing(_facts: Facts) -> tuple[Reading, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Ruleset:
    version: str
    title: Text
    rules: tuple[Rule, ...]
    programme: Mapping[Base, tuple[int, int]] = field(default_factory=dict)
    """The shortest and longest programme recommended on each base, in months."""
    read: Callable[[Facts], tuple[Reading, ...]] = _nothing
    """Classes that follow from facts, beside those of the instruments."""

    def source_of(self, code: str) -> str:
        return next((rule.source for rule in self.rules if rule.code == code), "")

    def holding(self, case: Case, *effects: Effect) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.effect in effects and rule.holds(case))
