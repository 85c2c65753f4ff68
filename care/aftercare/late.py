"""Every morning what is late becomes work of the institution: calls after care, and triage again.

Calls of somebody for whom the file has run out go back to whoever leads the case: the work never outlives the sight.

It may run as often as one likes: a task has one subject for ever, and goes once the thing is done.
"""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from care.enums import CareTask
from care.event_kinds import CareEvent
from care.models import AftercarePlan, FollowUp
from clients.enums import CaseStatus, NextStep, TaskStatus
from clients.models import Case, Share
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from clients.transitions import lock_case, tell
from common.scope import WEB, Scope, acting, nation
from partners.models import Institution


LATE = subject_of("late")


def sweep_late(*, at: datetime) -> int:
    """Each in the name of its own institution; returns how many cases were looked at."""
    today = timezone.localdate(at)
    with acting(nation()):
        strangers = sorted(_called_by_strangers(today))
        found = set(_with_late_calls(today)) | set(_with_late_triage(today)) | set(_with_tasks())
    for pk, institution in strangers:
        with acting(Scope(WEB, (institution,))):
            take_calls_back(case=Case(pk=pk), at=at)
    for pk, institution in sorted(found):
        with acting(Scope(WEB, (institution,))):
            look_again(case=Case(pk=pk), at=at)
    return len(found)


@transaction.atomic
def take_calls_back(*, case: Case, at: datetime) -> None:
    case = lock_case(case)
    AftercarePlan.objects.filter(case=case).update(contact_by=case.lead_worker)
    tell(case, CareEvent.AFTERCARE_CHANGED, actor=None, at=at)


@transaction.atomic
def look_again(*, case: Case, at: datetime) -> None:
    """What is late has its task, and no task is left of what is not late any more."""
    case, today = lock_case(case), timezone.localdate(at)
    due = {
        CareTask.LATE_CALL: _late_calls(case, today),
        CareTask.LATE_TRIAGE: _late_triage(case, today),
    }
    for kind, subjects in due.items():
        who = _who(case, kind, today)
        there = case.tasks.filter(subject__startswith=subject_of("late", kind))
        for subject in there.exclude(subject__in=subjects).values_list("subject", flat=True):
            settle_tasks(case, subject, actor=None, at=at)
        for subject in subjects:
            task = NewTask(kind=kind, subject=subject, due_on=today, institution=who)
            add_task(case, task, actor=None, at=at)
        elsewhere = there.filter(status=TaskStatus.OPEN).exclude(institution=who)
        elsewhere.update(institution=who)


def _who(case: Case, kind: CareTask, today: date) -> Institution:
    """Whoever cares and still sees the file, or keeps it: any colleague there, since the worker's own step is late."""
    cares = case.care_institution
    if kind != CareTask.LATE_CALL or cares is None:
        return case.institution
    sees = Share.objects.on(today).filter(client=case.client_id, institution=cares)
    return cares if sees.exists() else case.institution


def _late_calls(case: Case, today: date) -> list[str]:
    rows = case.follow_ups.overdue_on(today)
    return [subject_of("late", CareTask.LATE_CALL, row) for row in rows]


def _late_triage(case: Case, today: date) -> list[str]:
    if case.next_step != NextStep.RETRIAGE or case.next_due_on is None:
        return []
    if case.next_due_on >= today:
        return []
    return [subject_of("late", CareTask.LATE_TRIAGE, case.next_due_on)]


def _called_by_strangers(today: date) -> QuerySet[Case, tuple[int, int]]:
    """After-care whose calls are made by somebody of an institution that does not see the file today."""
    theirs = OuterRef("aftercare_plan__contact_by__institution")
    sees = Share.objects.on(today).filter(client=OuterRef("client"), institution=theirs)
    planned = Case.objects.filter(status=CaseStatus.AFTERCARE, aftercare_plan__isnull=False)
    elsewhere = planned.exclude(aftercare_plan__contact_by__institution=F("institution"))
    return elsewhere.exclude(Exists(sees)).values_list("pk", "institution_id")


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
