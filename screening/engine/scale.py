"""The shape of a questionnaire with items and totals: data only, like `instrument.py`.

ASSIST asks by substance and skips; everything else here asks each item once and adds up.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from screening.engine.instrument import Option
from screening.engine.levels import Risk
from screening.engine.texts import Text


class Reckoning(StrEnum):
    SUM = "sum"
    MEAN = "mean"
    PERCENT = "percent"  # how far the mean lies between the least and the most, 0-100
    WEIGHTED = "weighted"  # of a total: each domain's score times its weight
    NONE = "none"  # of a total: the domains stand for themselves


@dataclass(frozen=True, slots=True)
class Item:
    """The value of an option is always a word. `flag` is a red flag (see red_flags.py) that an answer
    with any points raises. An item without `domain` stands apart; one not `counted` brings no points.
    `apart` are answers that say the item does not apply: they count neither for nor against."""

    code: str
    prompt: Text
    options: tuple[Option, ...]
    domain: str = ""
    reverse: bool = False
    counted: bool = True
    flag: str = ""
    hint: Text | None = None
    apart: tuple[str, ...] = ()

    def option(self, value: object) -> Option | None:
        return next((option for option in self.options if option.value == value), None)

    @property
    def least(self) -> int:
        return min(option.points for option in self.scored)

    @property
    def most(self) -> int:
        return max(option.points for option in self.scored)

    @property
    def scored(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.value not in self.apart)

    def points(self, option: Option) -> int:
        """What the answer counts: the other way round for a reversed item."""
        return self.least + self.most - option.points if self.reverse else option.points

    def raises(self, answers: Mapping[Any, object]) -> bool:
        option = self.option(answers.get(self.code)) if self.flag else None
        return option is not None and self.points(option) > 0


@dataclass(frozen=True, slots=True)
class Domain:
    """A part with a score of its own, None when fewer than `at_least` of its items are answered."""

    code: str
    title: Text
    reckoning: Reckoning
    at_least: int
    weight: int = 1


@dataclass(frozen=True, slots=True)
class ScaleBand:
    """Holds from `start` on (with `above`: only beyond it) until the next one."""

    code: str
    label: Text
    start: int
    risk: Risk | None = None
    above: bool = False

    def reached(self, total: Fraction) -> bool:
        return total > self.start if self.above else total >= self.start


@dataclass(frozen=True, slots=True)
class Raise:
    """One band up when any of these items brings this many points."""

    items: tuple[str, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Floor:
    """At least this band when any of these items, counted or not, is answered with points."""

    items: tuple[str, ...]
    band: str


@dataclass(frozen=True, slots=True)
class Skip:
    """`items` need no answer when all of `when_none` are answered with an answer of no points.

    `voids`: they ask about what is then denied, so one that was answered before raises no flag any more.
    """

    when_none: tuple[str, ...]
    items: tuple[str, ...]
    voids: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """Whose eyes a scale is answered with; each view is an answer sheet of its own."""

    code: str
    title: Text


@dataclass(frozen=True, slots=True)
class Scale:
    """`may_miss`: with more items than that unanswered nothing is scored at all.

    `raises` lift the class, `advises` only the intervention that is offered. `followed_by` are the domains
    that show progress over time where the total does not.
    """

    code: str
    version: str
    title: Text
    intro: Text
    period: Text
    licence: Text
    source: str
    scoring: Text
    items: tuple[Item, ...]
    total: Reckoning
    domains: tuple[Domain, ...] = ()
    bands: tuple[ScaleBand, ...] = ()
    raises: tuple[Raise, ...] = ()
    views: tuple[View, ...] = ()
    may_miss: int = 0
    advises: tuple[Raise, ...] = ()
    floors: tuple[Floor, ...] = ()
    skips: tuple[Skip, ...] = ()
    followed_by: tuple[str, ...] = ()

    def item(self, code: str) -> Item:
        return next(item for item in self.items if item.code == code)

    def skipped(self, answers: Mapping[Any, object]) -> frozenset[str]:
        """The items that the skip rules leave out after these answers."""
        return frozenset(code for skip in self._skips(answers) for code in skip.items)

    def flags(self, answers: Mapping[Any, object]) -> tuple[str, ...]:
        """The red flags that these answers raise, however many are still missing."""
        void = {code for skip in self._skips(answers) if skip.voids for code in skip.items}
        raised = (
            item.flag for item in self.items if item.code not in void and item.raises(answers)
        )
        return tuple(dict.fromkeys(raised))

    def _skips(self, answers: Mapping[Any, object]) -> Iterator[Skip]:
        return (skip for skip in self.skips if self._none(skip.when_none, answers))

    def _none(self, codes: tuple[str, ...], answers: Mapping[Any, object]) -> bool:
        options = [self.item(code).option(answers.get(code)) for code in codes]
        return all(option is not None and option.points == 0 for option in options)

    def items_of(self, domain: str) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.domain == domain)

    def domain(self, code: str) -> Domain:
        return next(domain for domain in self.domains if domain.code == code)
