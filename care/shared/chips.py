"""The links above the lists: sides, statuses, times and months."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from care.enums import PlacementStatus, Side, When
from common.chips import Chip, choice_chips, with_query
from common.dates import months_after
from partners.enums import Component


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


EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 1)


def side_chips(side: str) -> list[Chip]:
    sides = (Side.INCOMING, Side.OUTGOING)
    return [Chip(each.label, f"?arah={each}", active=each == side) for each in sides]


def status_chips(query: QueryDict, counts: dict[str, int], side: str) -> StatusChips:
    asked = query.get("status", "")
    status = asked if asked in PlacementStatus.values else ""
    offered = [each for each in PlacementStatus if counts.get(each) or each == status]
    choices = [(each.value, each.label) for each in offered]
    query = QueryDict(f"arah={side}")
    return StatusChips(status, choice_chips(query, "status", choices, chosen=status, counts=counts))


@dataclass(frozen=True, slots=True)
class ComponentChips:
    chosen: str
    items: list[Chip]


def component_chips(query: QueryDict, counts: dict[str, int]) -> ComponentChips:
    """Only the components that were given."""
    asked = query.get("komponen", "")
    chosen = asked if counts.get(asked) else ""
    given = [(each.value, f"{each.value} {each.label}") for each in Component if counts.get(each)]
    return ComponentChips(
        chosen, choice_chips(query, "komponen", given, chosen=chosen, counts=counts)
    )


def when_chips(query: QueryDict, when: str) -> list[Chip]:
    return choice_chips(query, "saat", When.choices, chosen=when)


def month_links(query: QueryDict, *, today: date) -> Month:
    first = month_asked(query.get("bulan", "")) or today.replace(day=1)
    before = max(EARLIEST, months_after(first, -1))
    after = min(LATEST, months_after(first, 1))
    return Month(
        first,
        with_query(query, bulan=f"{before:%Y-%m}"),
        with_query(query, bulan=f"{after:%Y-%m}"),
    )


def view_links(query: QueryDict, *, is_month: bool) -> list[Chip]:
    return [
        Chip(_("Daftar"), with_query(query, tampilan="", bulan=""), active=not is_month),
        Chip(_("Bulan"), with_query(query, tampilan="bulan", saat=""), active=is_month),
    ]


def month_asked(text: str) -> date | None:
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return first if EARLIEST <= first <= LATEST else None
