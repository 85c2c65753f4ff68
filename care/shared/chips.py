"""The links above the lists: sides, statuses, times and months."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from care.enums import PlacementStatus, Side, When
from partners.enums import Component


@dataclass(frozen=True, slots=True)
class Chip:
    label: Any
    url: str
    count: int | None = None
    active: bool = False


@dataclass(frozen=True, slots=True)
class StatusChips:
    status: str
    items: list[Chip]


@dataclass(frozen=True, slots=True)
class Month:
    """The month shown and the links to its neighbours."""

    first: date
    before: str
    after: str


PAGE = "halaman"  # what <c-pagination> asks with
EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 1)


def side_chips(side: str) -> list[Chip]:
    sides = (Side.INCOMING, Side.OUTGOING)
    return [Chip(each.label, f"?arah={each}", active=each == side) for each in sides]


def status_chips(query: QueryDict, counts: dict[str, int], side: str) -> StatusChips:
    asked = query.get("status", "")
    status = asked if asked in PlacementStatus.values else ""
    every = Chip(_("Semua"), f"?arah={side}", counts[""], active=not status)
    others = [
        Chip(each.label, f"?arah={side}&status={each}", counts.get(each, 0), active=each == status)
        for each in PlacementStatus
        if counts.get(each) or each == status
    ]
    return StatusChips(status, [every, *others])


@dataclass(frozen=True, slots=True)
class ComponentChips:
    chosen: str
    items: list[Chip]


def component_chips(query: QueryDict, counts: dict[str, int]) -> ComponentChips:
    """Only the components that were given."""
    asked = query.get("komponen", "")
    chosen = asked if counts.get(asked) else ""
    given = [each for each in Component if counts.get(each)]
    every = Chip(_("Semua"), _with(query, komponen=""), counts[""], active=not chosen)
    others = [
        Chip(
            f"{each.value} {each.label}",
            _with(query, komponen=each),
            counts[each],
            active=each == chosen,
        )
        for each in given
    ]
    return ComponentChips(chosen, [every, *others])


def when_chips(query: QueryDict, when: str) -> list[Chip]:
    every = Chip(_("Semua"), _with(query, saat=""), active=not when)
    return [
        every,
        *(Chip(each.label, _with(query, saat=each), active=each == when) for each in When),
    ]


def month_links(query: QueryDict, *, today: date) -> Month:
    first = _month(query.get("bulan", "")) or today.replace(day=1)
    before = max(EARLIEST, (first - timedelta(days=1)).replace(day=1))
    after = min(LATEST, (first + timedelta(days=32)).replace(day=1))
    return Month(
        first,
        _with(query, bulan=f"{before:%Y-%m}"),
        _with(query, bulan=f"{after:%Y-%m}"),
    )


def view_links(query: QueryDict, *, is_month: bool) -> list[Chip]:
    return [
        Chip(_("Daftar"), _with(query, tampilan="", bulan=""), active=not is_month),
        Chip(_("Bulan"), _with(query, tampilan="bulan", saat=""), active=is_month),
    ]


def _month(text: str) -> date | None:
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return first if EARLIEST <= first <= LATEST else None


def _with(query: QueryDict, **changes: str) -> str:
    """The same address with some of its questions changed, from its first page."""
    wanted = query.copy()
    wanted.pop(PAGE, None)
    for name, value in changes.items():
        wanted.pop(name, None)
        if value:
            wanted[name] = value
    return f"?{wanted.urlencode()}"
