"""What else somebody has an appointment for: the next session or visit, a meeting of a group, a review."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.enums import LEADS_PEOPLE, Role
from accounts.models import User
from care.enums import CareTask
from care.models import CareGroup, Delivery
from clients.enums import CaseStatus, NextStep
from clients.models import Wait
from clients.models.visibility import without_emergencies
from clients.waits import label_of, page_of
from screening.enums import ScreeningTask


REVIEWS = (
    NextStep.REVIEW,
    ScreeningTask.RESCREEN,
    ScreeningTask.FULL_ASSESSMENT,
    ScreeningTask.OVERRIDE_REVIEW,
    CareTask.PLAN_REVIEW,
)


@dataclass(frozen=True, slots=True)
class Appointment:
    """`number` and `name` are the client's, empty where it is about a group; `weekly`: again every week."""

    uid: str
    on: date
    label: str
    url: str
    number: str = ""
    name: str = ""
    client_id: int | None = None
    weekly: bool = False


def appointments(user: User, *, first: date, last: date, mine: bool = False) -> list[Appointment]:
    """Of those days; `mine`: only what one carries or leads oneself."""
    found = [
        *_sessions(user, first, last, mine=mine),
        *_reviews(user, first, last, mine=mine),
        *_meetings(user, first, last, mine=mine),
    ]
    return sorted(found, key=lambda one: (one.on, one.uid))


def _sessions(user: User, first: date, last: date, *, mine: bool) -> list[Appointment]:
    rows = without_emergencies(Delivery.objects.visible_to(user), user, "case__client_id")
    rows = rows.filter(next_on__range=(first, last)).exclude(case__status=CaseStatus.CLOSED)
    if mine:
        rows = rows.filter(worker=user)
    return [
        Appointment(
            uid=f"delivery-{row.pk}@atensi",
            on=row.next_on,
            label=str(row.get_kind_display()),
            url=reverse("care:deliveries", args=[row.case.client_id]),
            **_client(row.case.client),
        )
        for row in rows.select_related("case__client").order_by("next_on", "pk")
        if row.next_on
    ]


def _reviews(user: User, first: date, last: date, *, mine: bool) -> list[Appointment]:
    rows: QuerySet[Any] = Wait.objects.visible_to(user).filter(
        what__in=REVIEWS, due_on__range=(first, last)
    )
    rows = without_emergencies(rows, user)
    if mine:
        rows = rows.filter(person=user)
    return [
        Appointment(
            uid=f"{row.kind}-{row.row_id}@atensi",
            on=row.due_on,
            label=str(label_of(row)),
            url=page_of(row),
            **_client(row.client),
        )
        for row in rows.select_related("client").order_by("due_on", "pk")
    ]


def _meetings(user: User, first: date, last: date, *, mine: bool) -> list[Appointment]:
    """The first in these days of each group that meets on a day of the week."""
    rows = CareGroup.objects.visible_to(user).filter(is_active=True, meets_on__isnull=False)
    if mine or user.role not in {*LEADS_PEOPLE, Role.AUDITOR}:
        rows = rows.filter(facilitator=user)
    found = ((row, _first_on(row.meets_on, first)) for row in rows if row.meets_on is not None)
    return [
        Appointment(
            uid=f"group-{row.pk}@atensi",
            on=day,
            label=_("Kelompok %(name)s") % {"name": row.name},
            url=reverse("care:group", args=[row.pk]),
            weekly=True,
        )
        for row, day in found
        if day <= last
    ]


def _first_on(weekday: int, first: date) -> date:
    """The first such day of the week (0 is Monday) that is not before `first`."""
    return first + timedelta(days=(weekday - first.weekday()) % 7)


def _client(client: Any) -> dict[str, Any]:
    return {
        "number": client.registration_number,
        "name": client.name,
        "client_id": client.pk,
    }
