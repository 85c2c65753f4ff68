"""What becomes of a decision when something newer is found before care has begun."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from accounts.models import User
from clients.deadlines import DECIDE_DAYS
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from clients.transitions import set_next, tell
from clients.workflow import CASE
from common.workflow import move
from screening.enums import DecisionStatus, ScreeningEvent, ScreeningTask
from screening.models import RoutingDecision
from screening.proposals import Proposed, newest_proposal
from screening.services.endings import next_after


SUBJECT = subject_of("new-proposal")


def look_at_decision(case: Case, actor: User | None, at: datetime) -> None:
    """Another base proposed since: decided anew while no place was asked for, else somebody's work; the case is locked."""
    if case.status != CaseStatus.PLACEMENT:
        return
    decision, proposed = _standing(case), newest_proposal(case)
    if decision is None or proposed is None or _ids(decision) == proposed.ids:
        return
    if proposed.base == decision.proposed_base:
        _take_over(case, proposed)
    elif case.next_step == NextStep.REQUEST_PLACEMENT:
        _open_again(case, decision, proposed, actor, at)
    elif not case.is_undecided:
        _tell_of_it(case, proposed, actor, at)


def _standing(case: Case) -> RoutingDecision | None:
    rows = RoutingDecision.objects.filter(screening__case=case, status=DecisionStatus.SETTLED)
    return rows.order_by("-pk").first()


def _ids(decision: RoutingDecision) -> tuple[int, int | None]:
    return decision.screening_id, decision.assessment_id


def _take_over(case: Case, proposed: Proposed) -> None:
    """What was decided is what is proposed: only the class is newer."""
    case.risk, case.found_risk, case.is_undecided = proposed.risk, "", False
    case.save(update_fields=["risk", "found_risk", "is_undecided"])


def _open_again(
    case: Case, decision: RoutingDecision, proposed: Proposed, actor: User | None, at: datetime
) -> None:
    move(case, "decide_again", CASE)
    decision.status = DecisionStatus.REPLACED
    decision.save(update_fields=["status"])
    case.base, case.is_undecided = "", False
    set_next(case, *next_after(proposed.proposal, localdate(at)))
    case.save(update_fields=["status", "base", "is_undecided", "next_step", "next_due_on"])
    settle_tasks(case, SUBJECT, actor=actor, at=at)
    _told(case, proposed, actor, at)


def _tell_of_it(case: Case, proposed: Proposed, actor: User | None, at: datetime) -> None:
    case.is_undecided = True
    case.save(update_fields=["is_undecided"])
    task = NewTask(
        kind=ScreeningTask.NEW_PROPOSAL,
        subject=SUBJECT + subject_of(proposed.key),
        due_on=localdate(at) + timedelta(days=DECIDE_DAYS),
        institution=case.institution,
        owner=case.lead_worker,
        facts={"risk": proposed.risk, "base": proposed.base},
    )
    add_task(case, task, actor=actor, at=at)
    _told(case, proposed, actor, at)


def _told(case: Case, proposed: Proposed, actor: User | None, at: datetime) -> None:
    told = {"risk": proposed.risk, "base": proposed.base}
    tell(case, ScreeningEvent.PROPOSAL_OVERTAKEN, actor=actor, at=at, **told)
