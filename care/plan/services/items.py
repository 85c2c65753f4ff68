"""Goals and services of a plan that is being drafted: added, changed and taken out one by one.

They leave no event of their own: the timeline tells of the version, the change trail of each line.
"""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from care.models import PlanGoal, PlanService, ServicePlan
from care.plan.facts import Goal, Service
from care.plan.selectors import givers
from care.transitions.plan import demand_draft, lock_plan
from clients.models import Case
from common.errors import DomainError


MOST_GOALS = 20
MOST_SERVICES = 40
LONGEST_AIM = timedelta(days=5 * 365)


@transaction.atomic
def save_goal(
    *, plan: ServicePlan, goal: Goal, row: PlanGoal | None = None, actor: User
) -> PlanGoal:
    """A new goal, or the same one in other words."""
    case, plan = _lock_to_write(plan, actor)
    _demand_room(plan.goals.count() < MOST_GOALS or row is not None)
    _demand_reachable(goal.due_on, case.opened_on, "due_on")
    row = row or PlanGoal(plan=plan)
    row.domain, row.words, row.due_on = goal.domain, goal.words, goal.due_on
    row.indicator, row.baseline, row.target = goal.indicator, goal.baseline, goal.target
    row.save()
    return row


def _demand_reachable(day: date | None, opened_on: date, field: str) -> None:
    if day and not opened_on <= day <= opened_on + LONGEST_AIM:
        raise DomainError(
            _("Tanggal harus sejak kasus dibuka dan paling lama lima tahun sesudahnya."),
            code="day_out_of_range",
            field=field,
        )


@transaction.atomic
def remove_goal(*, goal: PlanGoal, actor: User) -> None:
    """Its services stay in the plan, for no goal in particular."""
    _lock_to_write(goal.plan, actor)
    goal.services.update(goal=None)
    goal.delete()


@transaction.atomic
def save_service(
    *, plan: ServicePlan, service: Service, row: PlanService | None = None, actor: User
) -> PlanService:
    case, plan = _lock_to_write(plan, actor)
    _demand_room(plan.services.count() < MOST_SERVICES or row is not None)
    _demand_whole(plan, service)
    _demand_reachable(service.starts_on, case.opened_on, "starts_on")
    _demand_reachable(service.ends_on, case.opened_on, "ends_on")
    if not givers(case).filter(pk=service.institution.pk).exists():
        raise DomainError(
            _("Lembaga ini tidak ikut melayani klien."), code="not_a_giver", field="institution"
        )
    row = row or PlanService(plan=plan)
    row.component, row.institution, row.goal = service.component, service.institution, service.goal
    row.worker, row.given_by, row.note = service.worker, service.given_by, service.note
    row.times, row.per = service.times, service.per
    row.starts_on, row.ends_on = service.starts_on, service.ends_on
    row.save()
    return row


@transaction.atomic
def remove_service(*, service: PlanService, actor: User) -> None:
    _lock_to_write(service.plan, actor)
    service.delete()


def _lock_to_write(plan: ServicePlan, actor: User) -> tuple[Case, ServicePlan]:
    """Whoever writes a line has a hand in the version: another person approves it."""
    case, plan = lock_plan(plan)
    demand_draft(plan)
    plan.add_writer(actor.pk)
    plan.save(update_fields=["writers"])
    return case, plan


def _demand_room(there_is: bool) -> None:  # noqa: FBT001 - reads as a sentence
    if not there_is:
        raise DomainError(
            _("Rencana ini sudah sangat panjang. Gabungkan beberapa baris."), code="too_long"
        )


def _demand_whole(plan: ServicePlan, service: Service) -> None:
    if service.ends_on < service.starts_on:
        raise DomainError(
            _("Tanggal selesai tidak boleh sebelum tanggal mulai."),
            code="ends_before_start",
            field="ends_on",
        )
    if service.goal is not None and service.goal.plan_id != plan.pk:
        raise DomainError(
            _("Tujuan ini bukan bagian dari rencana yang sama."), code="other_plan", field="goal"
        )
