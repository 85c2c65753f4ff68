"""The review of the plan in force: how each goal stands, and when it is looked at again."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.enums import GoalStatus
from care.event_kinds import CareEvent
from care.models import PlanGoal, ServicePlan
from care.plan.facts import Standing
from care.plan.services.drafting import demand_review_day, plan_review
from care.transitions.plan import demand_open, lock_plan
from clients.enums import CaseStatus, NextStep
from clients.transitions import set_next, tell
from common.errors import DomainError


@transaction.atomic
def review_plan(
    *,
    plan: ServicePlan,
    standings: Mapping[int, Standing],
    note: str,
    review_on: date,
    actor: User,
    at: datetime,
) -> ServicePlan:
    """`standings`: by the id of the goal; every goal of the plan has one."""
    today = timezone.localdate(at)
    case, plan = lock_plan(plan)
    demand_open(case)
    if not plan.is_in_force:
        raise DomainError(_("Hanya rencana yang berlaku yang dapat ditinjau."), code="wrong_status")
    demand_review_day(review_on, today=today)
    goals = list(plan.goals.in_order())
    if {goal.pk for goal in goals} != set(standings):
        raise DomainError(_("Isi status setiap tujuan."), code="goal_left_out")
    for goal in goals:
        _settle(goal, standings[goal.pk], today)
    plan.review_on, plan.reviewed_on, plan.review_note = review_on, today, note
    plan.save(update_fields=["review_on", "reviewed_on", "review_note"])
    plan_review(case, plan, actor=actor, at=at)
    if case.status == CaseStatus.IN_SERVICE:
        set_next(case, NextStep.REVIEW, review_on)
        case.save(update_fields=["next_step", "next_due_on"])
    met = sum(goal.status == GoalStatus.MET for goal in goals)
    counts = {"met": met, "all": len(goals)}
    tell(case, CareEvent.PLAN_REVIEWED, actor=actor, at=at, note=note, **counts)
    return plan


def _settle(goal: PlanGoal, standing: Standing, today: date) -> None:
    if standing.status == GoalStatus.DROPPED and not standing.note.strip():
        raise DomainError(
            _("Tulis mengapa tujuan ini dilepas."),
            code="dropped_without_reason",
            field=f"note_{goal.pk}",
        )
    goal.status, goal.review_note, goal.reviewed_on = standing.status, standing.note, today
    goal.save(update_fields=["status", "review_note", "reviewed_on"])
