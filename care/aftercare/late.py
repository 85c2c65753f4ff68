"""Every morning what is late becomes work of the institution: calls after care, and triage again.

It may run as often as one likes: a task has one subject for ever, and goes once the thing is done.
"""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from care.enums import CareTask
from care.models import FollowUp
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from clients.transitions import lock_case
from common.scope import WEB, Scope, acting, nation
from partners.models import Institution


LATE = subject_of("late")


def sweep_late(*, at: datetime) -> int:
    """Each in the name of its own institution; returns how many cases were looked at."""
    today = timezone.localdate(at)
    with acting(nation()):
        found = set(_with_late_calls(today)) | set(_with_late_triage(today)) | set(_with_tasks())
    for pk, institution in sorted(found):
        with acting(Scope(WEB, (institution,))):
            look_again(case=Case(pk=pk), at=at)
    return len(found)


@transaction.atomic
def look_again(*, case: Case, at: datetime) -> None:
    """What is late has its task, and no task is left of what is not late any more."""
    case, today = lock_case(case), timezone.localdate(at)
    due = {
        CareTask.LATE_CALL: _late_calls(case, today),
        CareTask.LATE_TRIAGE: _late_triage(case, today),
    }
    for kind, subjects in due.items():
        here = subject_of("late", kind)
        there = case.tasks.filter(subject__startswith=here)
        for subject in there.exclude(subject__in=subjects).values_list("subject", flat=True):
            settle_tasks(case, subject, actor=None, at=at)
        for subject in subjects:
            task = NewTask(kind=kind, subject=subject, due_on=today, institution=_who(case, kind))
            add_task(case, task, actor=None, at=at)


def _who(case: Case, kind: CareTask) -> Institution:
    """Whoever cares, or keeps the file: any colleague there, since the worker's own step is late already."""
    return (kind == CareTask.LATE_CALL and case.care_institution) or case.institution


def _late_calls(case: Case, today: date) -> list[str]:
    rows = case.follow_ups.overdue_on(today)
    return [subject_of("late", CareTask.LATE_CALL, row) for row in rows]


def _late_triage(case: Case, today: date) -> list[str]:
    if case.next_step != NextStep.RETRIAGE or case.next_due_on is None:
        return []
    if case.next_due_on >= today:
        return []
    return [subject_of("late", CareTask.LATE_TRIAGE, case.next_due_on)]


def _with_late_calls(today: date) -> QuerySet[FollowUp, tuple[int, int]]:
    rows = FollowUp.objects.overdue_on(today).order_by()
    return rows.values_list("case_id", "case__institution_id").distinct()


def _with_late_triage(today: date) -> QuerySet[Case, tuple[int, int]]:
    rows = Case.objects.filter(next_step=NextStep.RETRIAGE, next_due_on__lt=today)
    return rows.values_list("pk", "institution_id")


def _with_tasks() -> QuerySet[Case, tuple[int, int]]:
    open_ones = Case.objects.exclude(status=CaseStatus.CLOSED)
    rows = open_ones.filter(tasks__subject__startswith=LATE, tasks__status="open")
    return rows.values_list("pk", "institution_id").distinct()
