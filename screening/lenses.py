"""The six lenses of a proposal as they are drawn: level in word and shape, facts, what is missing."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from screening import engine
from screening.engine.proposals import Lens
from screening.interview.asks import say


MOST_FACTS = 3
LEVELS = (
    (_("Tidak ada"), "circle-check"),
    (_("Ringan"), "circle-dot"),
    (_("Sedang"), "alert-triangle"),
    (_("Berat"), "alert-circle"),
)
ICONS = {
    "withdrawal": "droplet",
    "body": "heartbeat",
    "mind": "brain",
    "use": "repeat",
    "home": "home-heart",
    "will": "compass",
}


@dataclass(frozen=True, slots=True)
class LensView:
    title: str
    icon: str
    level: int
    known: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def word(self) -> str:
        return str(LEVELS[self.level][0])

    @property
    def drawing(self) -> str:
        return LEVELS[self.level][1]

    @property
    def squares(self) -> tuple[bool, ...]:
        return tuple(n < self.level for n in range(len(LEVELS) - 1))


@dataclass(frozen=True, slots=True)
class Lenses:
    views: tuple[LensView, ...] = ()

    @property
    def missing(self) -> int:
        return sum(len(view.missing) for view in self.views)


def lenses_of(proposal: engine.Proposal) -> Lenses:
    """None to look through in a proposal of before 2026.3."""
    return Lenses(tuple(map(_view, proposal.lenses)))


def _view(lens: Lens) -> LensView:
    return LensView(
        title=say(lens.title),
        icon=ICONS[lens.code],
        level=lens.level,
        known=tuple(say(fact.text) for fact in lens.facts[:MOST_FACTS]),
        missing=tuple(say(gap.text) for gap in lens.missing),
    )
