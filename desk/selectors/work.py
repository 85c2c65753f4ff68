"""What has to be done, soonest first: the cases a person sees, by their next due day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from accounts.models import User
from clients.due import Due, due_badge
from clients.models import Case, CaseTask
from clients.permissions import can_write
from clients.stages import STAGES
from clients.work import step_url
from common.templatetags.ui import dotted_initials


SHOWN = 10
TASKS_SHOWN = 5
WAITING_FOR_SCREENING = STAGES["waiting_screening"]


@dataclass(frozen=True, slots=True)
class WorkItem:
    label: str
    client_id: int
    who: str
    number: str
    url: str
    due: Due


def due_cases(user: User) -> QuerySet[Case]:
    """Open cases with a day by which something has to happen, the longest overdue first."""
    return (
        Case.objects.visible_to(user)
        .current()
        .open()
        .filter(next_due_on__isnull=False)
        .exclude(next_step="")
        .select_related("client")
        .order_by("next_due_on", "pk")
    )


def work_items(user: User, today: date, limit: int = SHOWN) -> list[WorkItem]:
    return [_item(case, user, today) for case in due_cases(user)[:limit]]


def open_tasks(user: User, limit: int = TASKS_SHOWN) -> list[CaseTask]:
    rows = CaseTask.objects.visible_to(user).open().for_user(user)
    return list(rows.with_people().soonest_first()[:limit])


def _item(case: Case, user: User, today: date) -> WorkItem:
    assert case.next_due_on  # noqa: S101 - `due_cases` asks for it; this tells the type checker
    return WorkItem(
        label=case.get_next_step_display(),
        client_id=case.client_id,
        who=dotted_initials(case.client.name),
        number=case.client.registration_number,
        url=_page_of(case, user),
        due=due_badge(case.next_due_on, today),
    )


def _page_of(case: Case, user: User) -> str:
    """Where the step is taken; who only reads is led to the file."""
    if can_write(user, case.client_id):
        return step_url(case.next_step, case.pk)
    return reverse("clients:file", args=[case.client_id])


def case_counts(user: User, today: date) -> dict[str, Any]:
    """The three counts of "Klien saya" and what is overdue, in one query."""
    rows = Case.objects.visible_to(user).current().open()
    return rows.aggregate(
        active=Count("pk"),
        screening=Count("pk", filter=Q(status__in=WAITING_FOR_SCREENING)),
        aftercare=Count("pk", filter=Q(status__in=STAGES["aftercare"])),
        overdue=Count("pk", filter=Q(next_due_on__lt=today)),
    )
