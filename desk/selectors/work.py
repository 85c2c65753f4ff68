"""What waits for a person, the most urgent first, and how many cases stand where."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Value, Window

from accounts.models import User
from clients.models import Case, Wait
from clients.models.visibility import without_emergencies
from clients.models.wait import EMERGENCY
from clients.stages import STAGES
from clients.waits import Item, item_of
from common.prepared import prepared


SHOWN = 10
WAITING_FOR_SCREENING = STAGES["waiting_screening"]


@dataclass(frozen=True, slots=True)
class Work:
    """The first of what waits, and how much there is in all."""

    items: list[Item]
    total: int
    emergencies: int


def work(user: User, today: date, limit: int = SHOWN) -> Work:
    found = _first_waits(user, today, limit=limit)
    first: Any = found[0] if found else None
    items = [item_of(wait, today) for wait in found]
    return Work(items, first.total if first else 0, first.emergencies if first else 0)


def case_counts(user: User) -> dict[str, Any]:
    """The three counts of "Klien saya", in one query."""
    counts: dict[str, Any] = _counts(user)[0]
    return counts


@prepared
def _first_waits(user: User, today: date, *, limit: int) -> QuerySet[Wait]:
    rows = Wait.objects.visible_to(user).on_desk_of(user, today).with_names().urgent_first()
    emergencies = Window(Count("pk", filter=Q(kind=EMERGENCY)))
    return rows.annotate(total=Window(Count("pk")), emergencies=emergencies)[:limit]


@prepared
def _counts(user: User) -> QuerySet[Case, Any]:
    rows = without_emergencies(Case.objects.visible_to(user), user).current().open().order_by()
    return rows.values(together=Value(1)).values(
        active=Count("pk"),
        screening=Count("pk", filter=Q(status__in=WAITING_FOR_SCREENING)),
        aftercare=Count("pk", filter=Q(status__in=STAGES["aftercare"])),
    )
