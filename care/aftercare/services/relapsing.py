"""A return to use: named, made safe, looked at again, answered. It never ends anybody's care."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.aftercare.facts import SafetyPlan
from care.aftercare.services.points import add_extra_contact, lead_on
from care.aftercare_enums import ANSWERS_AFTER_CARE, ANSWERS_IN_CARE, RelapseAnswer
from care.enums import CareTask
from care.event_kinds import CareEvent
from care.models import Relapse, schedule
from care.workflow import RELAPSE
from clients.enums import CaseStatus, ReentryReason
from clients.models import Case
from clients.models.task import subject_of
from clients.rules import demand_consent
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from clients.services.intake import enter_again
from clients.transitions import lock_case, tell
from common.errors import DomainError
from common.faults import demand_day
from common.workflow import move
from screening.models import Screening
from screening.services.drafts import start_screening, take_over_answers
from screening.services.rescreening import plan_at_once


IN_CARE = (CaseStatus.IN_SERVICE, CaseStatus.AFTERCARE)
PLAN_WITHIN = timedelta(days=1)


@transaction.atomic
def name_relapse(*, case: Case, on: date, words: str, actor: User, at: datetime) -> Relapse:
    """Somebody has told of it, or it was seen; in care and after it."""
    case = lock_case(case)
    _demand_in_care(case)
    demand_consent(case.client)
    began = case.service_started_on
    demand_day(on, field="on", today=timezone.localdate(at), first=began or case.opened_on)
    if case.relapses.unsettled().exists():
        raise DomainError(
            _("Kekambuhan klien ini sudah dicatat dan belum selesai ditangani."), code="repeated"
        )
    relapse = open_relapse(case, on=on, words=words, actor=actor, at=at)
    call_by = call_again(case, on=timezone.localdate(at), actor=actor, at=at)
    case.save(update_fields=["next_step", "next_due_on"])
    told = CareEvent.RELAPSE_NAMED
    tell(case, told, actor=actor, at=at, note=words, on=relapse.on, call_by=call_by)
    return relapse


def open_relapse(case: Case, *, on: date, words: str, actor: User, at: datetime) -> Relapse:
    """Part of the service that was told of it: a safety plan by tomorrow, a re-screening today.

    While one is not settled another word of it opens no second.
    """
    waiting = case.relapses.unsettled().first()
    if waiting is not None:
        return waiting
    relapse = Relapse.objects.create(case=case, on=on, words=words, named_by=actor, named_at=at)
    plan = NewTask(
        kind=CareTask.SAFETY_PLAN,
        subject=subject_of(relapse, "plan"),
        due_on=timezone.localdate(at) + PLAN_WITHIN,
        institution=case.institution,
        owner=case.lead_worker,
    )
    add_task(case, plan, actor=actor, at=at)
    plan_at_once(case, subject_of(relapse), actor=actor, at=at)
    return relapse


def call_again(case: Case, *, on: date, actor: User, at: datetime) -> date:
    """Within 72 hours: after care a contact of the schedule, in care a task. One such contact waits at a time."""
    if case.status == CaseStatus.AFTERCARE:
        extra = add_extra_contact(case, on)
        lead_on(case)
        return extra.due_on
    due = on + schedule.EXTRA_AFTER
    call = NewTask(
        kind=CareTask.RELAPSE_CALL,
        subject=subject_of("relapse-call", on),
        due_on=due,
        institution=case.institution,
        owner=case.lead_worker,
    )
    add_task(case, call, actor=actor, at=at)
    return due


@transaction.atomic
def plan_safety(*, relapse: Relapse, plan: SafetyPlan, actor: User, at: datetime) -> Relapse:
    """What warns, what is done then, who is called: written with the person, and again as often as it changes."""
    case, relapse = lock_relapse(relapse)
    _demand_in_care(case)
    move(relapse, "plan", RELAPSE)
    relapse.warning_signs, relapse.what_to_do = plan.warning_signs, plan.what_to_do
    relapse.whom_to_call = plan.whom_to_call
    relapse.planned_by, relapse.planned_at = actor, at
    relapse.save()
    settle_tasks(case, subject_of(relapse, "plan"), actor=actor, at=at)
    tell(case, CareEvent.SAFETY_PLANNED, actor=actor, at=at)
    return relapse


@transaction.atomic
def settle_relapse(
    *, relapse: Relapse, answer: str, note: str, actor: User, at: datetime
) -> Relapse:
    """What follows, once there is a safety plan and a new look at the person."""
    case, relapse = lock_relapse(relapse)
    _demand_in_care(case)
    move(relapse, "settle", RELAPSE)
    if answer not in answers_for(case):
        raise DomainError(
            _("Langkah ini tidak tersedia pada tahap kasus sekarang."), code="wrong_answer"
        )
    if screened_since(relapse) is None:
        raise DomainError(
            _("Skrining ulang setelah kambuh belum selesai. Selesaikan lebih dahulu."),
            code="not_screened",
        )
    _settle(relapse, answer, note, actor=actor, at=at)
    told = CareEvent.RELAPSE_SETTLED
    tell(case, told, actor=actor, at=at, note=note, answer=relapse.answer)
    return relapse


@transaction.atomic
def begin_again(*, relapse: Relapse, note: str, actor: User, at: datetime) -> Case:
    """Back into care as a new episode of the same person, which starts with what was asked just now."""
    old, relapse = lock_relapse(relapse)
    move(relapse, "enter_again", RELAPSE)
    _settle(relapse, RelapseAnswer.REENTRY, note, actor=actor, at=at)
    newest = screened_since(relapse)
    case = enter_again(case=old, reason=ReentryReason.RELAPSE, note=note, actor=actor, at=at)
    draft = start_screening(case=case, actor=actor, at=at)
    if newest is not None:
        take_over_answers(draft, newest)
    return draft.case


def answers_for(case: Case) -> tuple[RelapseAnswer, ...]:
    return ANSWERS_IN_CARE if case.status == CaseStatus.IN_SERVICE else ANSWERS_AFTER_CARE


def screened_since(relapse: Relapse) -> Screening | None:
    """The newest finished interview that was begun after the relapse was named."""
    rows = Screening.objects.finished().standing().filter(case_id=relapse.case_id)
    return rows.filter(started_at__gte=relapse.named_at).newest_first().first()


def lock_relapse(relapse: Relapse) -> tuple[Case, Relapse]:
    case = lock_case(relapse.case)
    return case, Relapse.objects.select_for_update(no_key=True).get(pk=relapse.pk)


def _settle(relapse: Relapse, answer: str, note: str, *, actor: User, at: datetime) -> None:
    relapse.answer, relapse.answer_note = answer, note
    relapse.settled_by, relapse.settled_at = actor, at
    relapse.save()


def _demand_in_care(case: Case) -> None:
    if case.status not in IN_CARE:
        raise DomainError(
            _("Kekambuhan dicatat selama layanan atau pascalayanan."), code="wrong_status"
        )
