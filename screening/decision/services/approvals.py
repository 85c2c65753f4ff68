"""A leader's answer to an override, and their second look at it (domain facts, section 4 D)."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from accounts.hands import demand_another
from accounts.models import User
from clients.deadlines import DECIDE_DAYS, OVERRIDE_REVIEW_DAYS, RESCREEN_DAYS
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from clients.models.task import subject_of
from clients.rules import demand_consent
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from clients.transitions import lock_case, set_next, tell
from clients.workflow import CASE
from common.errors import DomainError
from common.workflow import move
from screening.decision.services.deciding import demand_proposal, settle, what_was_decided
from screening.enums import DecisionStatus, ReviewOutcome, ScreeningEvent, ScreeningTask
from screening.models import RoutingDecision


@transaction.atomic
def approve_override(
    *, decision: RoutingDecision, note: str, actor: User, at: datetime
) -> RoutingDecision:
    """Let the decision stand, and look at it again within two weeks."""
    case, decision = _lock_awaiting(decision)
    demand_consent(case.client)
    move(case, "decide", CASE)
    demand_another(actor, decision.hands)
    _demand_current(case, decision)
    due = localdate(at) + timedelta(days=OVERRIDE_REVIEW_DAYS)
    decision.status, decision.review_due_on = DecisionStatus.SETTLED, due
    _answer(decision, note, actor, at)
    settle(case, decision, at)
    task = NewTask(
        kind=ScreeningTask.OVERRIDE_REVIEW,
        subject=subject_of(decision),
        due_on=due,
        institution=case.institution,
        owner=actor,
    )
    add_task(case, task, actor=actor, at=at)
    tell(
        case,
        ScreeningEvent.OVERRIDE_APPROVED,
        actor=actor,
        at=at,
        note=note.strip(),
        decision=what_was_decided(decision),
    )
    return decision


@transaction.atomic
def refuse_override(
    *, decision: RoutingDecision, note: str, actor: User, at: datetime
) -> RoutingDecision:
    """Back to the person who decides, with the reason why."""
    case, decision = _lock_awaiting(decision)
    demand_another(actor, decision.hands)
    if not note.strip():
        raise DomainError(
            _("Tulis mengapa tidak disetujui, agar rekan Anda dapat memutuskan kembali."),
            code="note_missing",
            field="note",
        )
    decision.status = DecisionStatus.REFUSED
    _answer(decision, note, actor, at)
    _decide_again(case, at)
    tell(
        case,
        ScreeningEvent.OVERRIDE_REFUSED,
        actor=actor,
        at=at,
        note=note.strip(),
        decision=what_was_decided(decision),
    )
    return decision


@transaction.atomic
def withdraw_override(*, decision: RoutingDecision, actor: User, at: datetime) -> RoutingDecision:
    """Whoever asked takes the question back, and the proposal is open again."""
    case, decision = _lock_awaiting(decision)
    if decision.decided_by_id != actor.pk:
        raise DomainError(
            _("Hanya yang mengajukan dapat menarik permintaan ini."), code="not_yours"
        )
    decision.status = DecisionStatus.WITHDRAWN
    decision.save(update_fields=["status"])
    _decide_again(case, at)
    tell(case, ScreeningEvent.OVERRIDE_WITHDRAWN, actor=actor, at=at)
    return decision


@transaction.atomic
def review_override(
    *, decision: RoutingDecision, outcome: str, note: str, actor: User, at: datetime
) -> RoutingDecision:
    """The second look: it stays, or it is decided again (screened again once care has begun)."""
    case = lock_case(decision.screening.case)
    decision = RoutingDecision.objects.select_for_update(no_key=True).get(pk=decision.pk)
    if not decision.awaits_review:
        raise DomainError(_("Keputusan ini tidak menunggu tinjauan."), code="not_for_review")
    demand_another(actor, decision.hands)
    decision.review_outcome, decision.review_note = outcome, note.strip()
    decision.reviewed_by, decision.reviewed_at = actor, at
    if outcome == ReviewOutcome.AGAIN:
        _take_back(case, decision, actor, at)
    decision.save()
    settle_tasks(case, subject_of(decision), actor=actor, at=at)
    tell(
        case,
        ScreeningEvent.OVERRIDE_REVIEWED,
        actor=actor,
        at=at,
        note=decision.review_note,
        outcome=outcome,
    )
    return decision


def _lock_awaiting(decision: RoutingDecision) -> tuple[Case, RoutingDecision]:
    case = lock_case(decision.screening.case)
    decision = RoutingDecision.objects.select_for_update(no_key=True).get(pk=decision.pk)
    if not decision.is_awaiting or case.status != CaseStatus.DECISION:
        raise DomainError(
            _("Permintaan ini sudah dijawab atau kasusnya sudah berlanjut."), code="not_awaiting"
        )
    return case, decision


def _answer(decision: RoutingDecision, note: str, actor: User, at: datetime) -> None:
    decision.approval_note, decision.approved_by, decision.approved_at = note.strip(), actor, at
    decision.save()


def _demand_current(case: Case, decision: RoutingDecision) -> None:
    """An assessment signed meanwhile may propose something else."""
    proposed = demand_proposal(case)
    if (decision.screening_id, decision.assessment_id) != proposed.ids:
        raise DomainError(
            _("Ada usulan yang lebih baru. Tolak permintaan ini agar diputuskan kembali."),
            code="newer_proposal",
        )


def _decide_again(case: Case, at: datetime) -> None:
    set_next(case, NextStep.DECIDE, localdate(at) + timedelta(days=DECIDE_DAYS))
    case.save(update_fields=["next_step", "next_due_on"])


def _take_back(case: Case, decision: RoutingDecision, actor: User, at: datetime) -> None:
    """Before a place was asked for the decision itself opens again; afterwards the person is screened again."""
    if case.status == CaseStatus.PLACEMENT and case.next_step == NextStep.REQUEST_PLACEMENT:
        move(case, "decide_again", CASE)
        decision.status = DecisionStatus.REPLACED
        case.base = ""
        case.save(update_fields=["status", "base"])
        _decide_again(case, at)
    elif case.is_open:
        task = NewTask(
            kind=ScreeningTask.RESCREEN,
            subject=subject_of("rescreen", decision),
            due_on=localdate(at) + timedelta(days=RESCREEN_DAYS),
            institution=case.institution,
            owner=case.lead_worker,
        )
        add_task(case, task, actor=actor, at=at)
