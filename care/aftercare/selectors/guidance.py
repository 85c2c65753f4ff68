"""Extended guidance of one case: its programme, its contacts by track, and the aid of each quarter."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.db.models import Sum

from accounts.models import User
from care.aftercare_enums import Fellowship, GuidanceTrack
from care.enums import DeliveryKind
from care.models import Delivery, Guidance, GuidanceContact
from clients.models import Case


@dataclass(frozen=True, slots=True)
class Track:
    track: GuidanceTrack
    contacts: list[GuidanceContact]


@dataclass(frozen=True, slots=True)
class Quarter:
    """Of a calendar year; without any aid it is shown for the present quarter alone."""

    year: int
    number: int
    aids: list[Delivery] = field(default_factory=list)


def tracks(guidance: Guidance) -> list[Track]:
    rows = guidance.contacts.select_related("recorded_by", "guidance__case__client")
    found = list(rows.order_by("-on", "-pk"))
    return [Track(each, [row for row in found if row.track == each]) for each in GuidanceTrack]


def meetings_attended(guidance: Guidance) -> list[tuple[str, int]]:
    """How often, by the group outside."""
    rows = guidance.contacts.exclude(fellowship="").order_by("fellowship")
    sums = rows.values_list("fellowship").annotate(n=Sum("times"))
    return [(str(Fellowship(group).label), n) for group, n in sums]


def aid_by_quarter(user: User, case: Case, *, today: date) -> list[Quarter]:
    """Newest first, since care ended; the present quarter stands there even where nothing was given in it."""
    rows = Delivery.objects.visible_to(user).filter(case=case, kind=DeliveryKind.AID)
    if case.service_ended_on is not None:
        rows = rows.filter(held_on__gte=case.service_ended_on)
    rows = rows.with_parts().newest_first()
    found = [
        Quarter(*when, list(aids))
        for when, aids in groupby(rows, key=lambda r: _quarter(r.held_on))
    ]
    now = _quarter(today)
    if not found or (found[0].year, found[0].number) < now:
        found.insert(0, Quarter(*now))
    return found


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3
