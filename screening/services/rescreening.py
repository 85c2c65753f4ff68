"""Screening a person again who is in care: on its day, or because something happened."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from accounts.models import User
from clients.enums import CaseStatus, NextStep, TaskStatus
from clients.models import Case, CaseTask
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from clients.transitions import lock_case
from common.scope import WEB, Scope, acting, nation
from screening.cadence import full_assessments_on, next_screening_on
from screening.engine.levels import is_risk, worst
from screening.enums import ScreeningKind, ScreeningTask, StepStatus
from screening.models import StepChange


SUBJECT = subject_of("rescreen")
FULL_SUBJECT = subject_of("assess")
EARLY_DAYS = 7  # an assessment signed so many days before it is due has done it
RETRIAGE_SUBJECT = subject_of("retriage")
STEP_SUBJECT = subject_of("step")
AT_ONCE_SUBJECT = subject_of("at-once")
OF_CARE = (SUBJECT, FULL_SUBJECT, STEP_SUBJECT)


def plan_next(case: Case, *, actor: User | None, at: datetime) -> CaseTask | None:
    """The day of the next re-screening of a case in care, as part of the service that calls it."""
    if case.status != CaseStatus.IN_SERVICE or not case.risk or case.service_started_on is None:
        return None
    if case.next_step == NextStep.CLOSE:  # consent was taken back
        return None
    last, is_first = _last_looked_at(case)
    due = next_screening_on(_watched_class(case), last, is_first=is_first)
    task = _task(case, ScreeningTask.RESCREEN, subject_of("rescreen", due), due)
    return add_task(case, task, actor=actor, at=at)


def plan_full_assessments(case: Case, *, actor: User | None, at: datetime) -> None:
    if case.service_started_on is None:
        return
    for month, due in full_assessments_on(case.service_started_on).items():
        if due >= localdate(at):
            subject = subject_of("assess", case.service_started_on, month)
            task = _task(case, ScreeningTask.FULL_ASSESSMENT, subject, due, month=month)
            add_task(case, task, actor=actor, at=at)


def settle_full_assessments(case: Case, *, actor: User, at: datetime) -> None:
    """A signed assessment has done those that are due within a week; later ones stay planned."""
    by = localdate(at) + timedelta(days=EARLY_DAYS)
    for task in CaseTask.objects.filter(
        case=case, kind=ScreeningTask.FULL_ASSESSMENT, status=TaskStatus.OPEN, due_on__lte=by
    ):
        settle_tasks(case, task.subject, actor=actor, at=at)


def settle(case: Case, *, actor: User, at: datetime) -> None:
    """What a finished re-screening has done: the planned one, and the triage again."""
    for prefix in (SUBJECT, RETRIAGE_SUBJECT, AT_ONCE_SUBJECT):
        settle_tasks(case, prefix, actor=actor, at=at)


def plan_at_once(case: Case, about: str, *, actor: User, at: datetime) -> None:
    """Something has happened (`about`, for ever one subject): screened again today, in care or after it."""
    task = _task(case, ScreeningTask.RESCREEN, subject_of("at-once", about), localdate(at))
    add_task(case, task, actor=actor, at=at)


def sweep_rescreenings(*, at: datetime) -> int:
    """Every case in care without a planned re-screening gets one, and nothing waits for those who left care.

    Each in the name of its own institution; returns how many were touched.
    """
    with acting(nation()):
        unplanned, left = _ids(_unplanned()), _ids(_left_care())
    for pk, institution in unplanned:
        with acting(Scope(WEB, (institution,))):
            plan_case(case=Case(pk=pk), at=at)
    for pk, institution in left:
        with acting(Scope(WEB, (institution,))):
            _let_go(pk, at)
    return len(unplanned) + len(left)


@transaction.atomic
def plan_case(*, case: Case, at: datetime) -> None:
    """What the calendar asks for is no event: nothing has happened to the person yet."""
    case = lock_case(case)
    plan_next(case, actor=None, at=at)
    plan_full_assessments(case, actor=None, at=at)


def _let_go(pk: int, at: datetime) -> None:
    case = lock_case(Case(pk=pk))
    if case.status == CaseStatus.IN_SERVICE:
        return
    for prefix in OF_CARE:
        settle_tasks(case, prefix, actor=None, at=at, cancelled=True)
    StepChange.objects.of_case(case).open().update(status=StepStatus.LAPSED)
    case.is_undecided = False
    case.save(update_fields=["is_undecided"])


def _ids(cases: QuerySet[Case]) -> list[tuple[int, int]]:
    return list(cases.values_list("pk", "institution_id"))


def _left_care() -> QuerySet[Case]:
    mine = Q()
    for prefix in OF_CARE:
        mine |= Q(subject__startswith=prefix)
    waiting = CaseTask.objects.filter(mine, case=OuterRef("pk"), status=TaskStatus.OPEN)
    elsewhere = Case.objects.exclude(status__in=(CaseStatus.IN_SERVICE, CaseStatus.CLOSED))
    return elsewhere.filter(Exists(waiting)).order_by("pk")


def _unplanned() -> QuerySet[Case]:
    planned = CaseTask.objects.filter(
        case=OuterRef("pk"), status=TaskStatus.OPEN, subject__startswith=SUBJECT
    )
    in_care = Case.objects.filter(status=CaseStatus.IN_SERVICE, service_started_on__isnull=False)
    stopped = Q(next_step=NextStep.CLOSE)  # consent was taken back
    return in_care.exclude(stopped | Exists(planned)).order_by("pk")


def _last_looked_at(case: Case) -> tuple[date, bool]:
    """The day that the next one is counted from; true while there was no re-screening yet."""
    started: date = case.service_started_on  # type: ignore[assignment]
    reviews = case.screenings.finished().exclude(kind=ScreeningKind.INITIAL)
    days = [localdate(moment) for moment in reviews.values_list("finished_at", flat=True) if moment]
    days += [
        localdate(moment)
        for moment in case.tasks.filter(subject__startswith=SUBJECT).values_list(
            "settled_at", flat=True
        )
        if moment
    ]
    since = [day for day in days if day >= started]
    return max([started, *since]), not since


def _watched_class(case: Case) -> str:
    """The heavier of the case's class and the one found last, until a person has decided."""
    newest = case.screenings.finished().standing().exclude(risk="").newest_first().first()
    found = [risk for risk in (case.risk, newest.risk if newest else "") if is_risk(risk)]
    return worst(found)


def _task(case: Case, kind: ScreeningTask, subject: str, due: date, **facts: object) -> NewTask:
    return NewTask(
        kind=kind,
        subject=subject,
        due_on=due,
        institution=case.institution,
        owner=case.lead_worker,
        facts=facts,
    )
