"""A version of the service plan, from its first word to the client's agreement."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.hands import demand_another
from accounts.models import User
from care.enums import AgreedHow, CareTask, GoalStatus, PlanStatus
from care.event_kinds import CareEvent
from care.models import PlanGoal, PlanService, ServicePlan
from care.placement.programme import decided_end
from care.plan.facts import Agreement
from care.transitions.plan import demand_draft, demand_open, lock_plan
from care.workflow import PLAN
from clients.enums import CaseStatus
from clients.models import Case
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from clients.transitions import lock_case, tell
from common.errors import DomainError
from common.faults import demand_day
from common.workflow import move


LATEST_REVIEW = timedelta(days=90)
STILL_STANDING = (GoalStatus.OPEN, GoalStatus.PARTLY)
REVIEWS = subject_of("plan-review")
PLANNED_IN = (CaseStatus.PLACEMENT, CaseStatus.IN_SERVICE, CaseStatus.AFTERCARE)


@transaction.atomic
def start_plan(
    *,
    case: Case,
    summary: str,
    review_on: date,
    components: Iterable[str] = (),
    actor: User,
    at: datetime,
) -> ServicePlan:
    """Begin the next version: a copy of the one in force, or the services usual for the base."""
    today = timezone.localdate(at)
    case = lock_case(case)
    demand_open(case)
    if case.status not in PLANNED_IN:
        raise DomainError(
            _("Rencana layanan disusun setelah basis layanan diputuskan."), code="too_early"
        )
    if case.plans.in_the_making().exists():
        raise DomainError(_("Versi baru rencana ini sudah sedang disusun."), code="already_drafted")
    demand_review_day(review_on, today=today)
    before = case.plans.in_force().first()
    newest = case.plans.newest_first().first()
    plan = ServicePlan.objects.create(
        case=case,
        number=newest.number + 1 if newest else 1,
        summary=summary,
        review_on=review_on,
        drafted_by=actor,
        drafted_at=at,
        writers=[actor.pk],
    )
    if before is not None:
        _copy(before, plan)
    else:
        _add_usual(plan, components, today=today)
    tell(case, CareEvent.PLAN_DRAFTED, actor=actor, at=at, n=plan.number)
    return plan


@transaction.atomic
def edit_plan(
    *, plan: ServicePlan, summary: str, review_on: date, actor: User, at: datetime
) -> ServicePlan:
    """Part of the drafting that `start_plan` told of: the change trail says who wrote what."""
    _case, plan = lock_plan(plan)
    demand_draft(plan)
    demand_review_day(review_on, today=timezone.localdate(at))
    plan.summary, plan.review_on = summary, review_on
    plan.add_writer(actor.pk)
    plan.save(update_fields=["summary", "review_on", "writers"])
    return plan


@transaction.atomic
def submit_plan(*, plan: ServicePlan, actor: User, at: datetime) -> ServicePlan:
    case, plan = lock_plan(plan)
    demand_open(case)
    move(plan, "submit", PLAN)
    if not plan.goals.exists() or not plan.services.exists():
        raise DomainError(
            _("Isi sedikitnya satu tujuan dan satu layanan sebelum mengajukan."), code="empty_plan"
        )
    plan.submitted_by, plan.submitted_at = actor, at
    plan.save(update_fields=["status", "submitted_by", "submitted_at"])
    tell(case, CareEvent.PLAN_SUBMITTED, actor=actor, at=at, n=plan.number)
    return plan


@transaction.atomic
def approve_plan(*, plan: ServicePlan, actor: User, at: datetime) -> ServicePlan:
    case, plan = lock_plan(plan)
    demand_open(case)
    move(plan, "approve", PLAN)
    demand_another(actor, plan.hands)
    plan.approved_by, plan.approved_at, plan.return_note = actor, at, ""
    plan.save(update_fields=["status", "approved_by", "approved_at", "return_note"])
    tell(case, CareEvent.PLAN_APPROVED, actor=actor, at=at, n=plan.number)
    return plan


@transaction.atomic
def return_plan(*, plan: ServicePlan, note: str, actor: User, at: datetime) -> ServicePlan:
    """Back to the drafting table: not approved, or the client wants it otherwise."""
    case, plan = lock_plan(plan)
    demand_open(case)
    move(plan, "return", PLAN)
    if not note.strip():
        raise DomainError(_("Tulis apa yang perlu diubah."), code="no_note", field="note")
    plan.return_note, plan.approved_by, plan.approved_at = note, None, None
    plan.save(update_fields=["status", "return_note", "approved_by", "approved_at"])
    tell(case, CareEvent.PLAN_RETURNED, actor=actor, at=at, note=note, n=plan.number)
    return plan


@transaction.atomic
def agree_plan(
    *, plan: ServicePlan, agreement: Agreement, actor: User, at: datetime
) -> ServicePlan:
    """The client agrees: from now on this version is in force, and its review has a day."""
    today = timezone.localdate(at)
    case, plan = lock_plan(plan)
    demand_open(case)
    move(plan, "agree", PLAN)
    _demand_agreement(plan, agreement, today=today)
    for before in case.plans.in_force().select_for_update(no_key=True):
        move(before, "supersede", PLAN)
        before.save(update_fields=["status"])
    plan.agreed_on, plan.agreed_by, plan.agreed_how = agreement.on, agreement.by, agreement.how
    plan.agreed_words, plan.witness = agreement.words, agreement.witness
    plan.agreement_recorded_by = actor
    plan.save()
    plan_review(case, plan, actor=actor, at=at)
    tell(
        case,
        CareEvent.PLAN_AGREED,
        actor=actor,
        at=at,
        n=plan.number,
        who=agreement.by,
        how=agreement.how,
        on=agreement.on,
    )
    return plan


def plan_review(case: Case, plan: ServicePlan, *, actor: User, at: datetime) -> None:
    """The task of the next review takes the place of the last one's."""
    settle_tasks(case, REVIEWS, actor=actor, at=at)
    subject = subject_of("plan-review", plan, plan.review_on)
    giver = case.care_institution or case.institution
    task = NewTask(CareTask.PLAN_REVIEW, subject, plan.review_on, giver)
    add_task(case, task, actor=actor, at=at)


def end_plans(case: Case, *, on: date, actor: User, at: datetime) -> None:
    """Care is over, and with it every version that is not past already; part of the service that ends it."""
    for plan in case.plans.exclude(status__in=(PlanStatus.SUPERSEDED, PlanStatus.ENDED)):
        move(plan, "end", PLAN)
        plan.ended_on = on
        plan.save(update_fields=["status", "ended_on"])
    settle_tasks(case, REVIEWS, actor=actor, at=at, cancelled=True)


def demand_review_day(day: date, *, today: date) -> None:
    if not today < day <= today + LATEST_REVIEW:
        raise DomainError(
            _("Tinjauan berikut harus setelah hari ini dan dalam 90 hari."),
            code="review_out_of_range",
            field="review_on",
        )


def _demand_agreement(plan: ServicePlan, agreement: Agreement, *, today: date) -> None:
    demand_day(
        agreement.on,
        field="on",
        today=today,
        first=timezone.localdate(plan.drafted_at),
        early=_("Tanggal tidak boleh sebelum rencana ini disusun."),
    )
    if agreement.how == AgreedHow.ORAL and not agreement.witness.strip():
        raise DomainError(
            _("Persetujuan lisan memerlukan nama saksi."), code="no_witness", field="witness"
        )


def _copy(before: ServicePlan, plan: ServicePlan) -> None:
    """Goals that still stand, and what is given for them; what is settled stays in the old version."""
    twins: dict[int, PlanGoal] = {}
    for goal in before.goals.in_order():
        if goal.status not in STILL_STANDING:
            continue
        twins[goal.pk] = PlanGoal.objects.create(
            plan=plan,
            domain=goal.domain,
            words=goal.words,
            indicator=goal.indicator,
            baseline=goal.baseline,
            target=goal.target,
            due_on=goal.due_on,
        )
    for service in before.services.in_order():
        PlanService.objects.create(
            plan=plan,
            goal=twins.get(service.goal_id) if service.goal_id else None,
            component=service.component,
            institution_id=service.institution_id,
            worker_id=service.worker_id,
            given_by=service.given_by,
            times=service.times,
            per=service.per,
            starts_on=service.starts_on,
            ends_on=service.ends_on,
            note=service.note,
        )


def _add_usual(plan: ServicePlan, components: Iterable[str], *, today: date) -> None:
    case = plan.case
    until = decided_end(case, case.base, today)
    for component in components:
        PlanService.objects.create(
            plan=plan,
            component=component,
            institution=case.care_institution or case.institution,
            starts_on=today,
            ends_on=until,
        )
