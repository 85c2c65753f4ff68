"""What pages about a service plan need."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from accounts.models import User
from care.models import CaseConference, PlanGoal, PlanService, ServicePlan
from clients.models import Case, Share
from partners.models import Institution
from screening.known import COUNTS_FOR


def givers(case: Case) -> QuerySet[Institution]:
    """Who can give a service of the one shared plan: the institution of the case, and every institution that has the file."""
    shared = Share.objects.live().filter(client_id=case.client_id).values("institution_id")
    own = Q(pk__in=[case.institution_id, case.care_institution_id])
    return Institution.objects.filter(own | Q(pk__in=shared)).order_by("name")


def workers(case: Case, user: User) -> QuerySet[User]:
    """One's own colleagues, and of other institutions those who carry this case: their staff is not told."""
    carry = Q(pk=case.lead_worker_id) | Q(pk__in=case.supporters.values("pk"))
    rows: QuerySet[User] = User.objects.who_carry_cases().filter(
        Q(institution_id=user.institution_id) | carry, is_active=True, is_service=False
    )
    return rows.select_related("institution").order_by("institution__name", "name", "pk")


def versions(case: Case) -> QuerySet[ServicePlan]:
    return case.plans.with_people().newest_first()


@dataclass(frozen=True, slots=True)
class Outline:
    """A plan as it is read: each goal with what is given for it, then what is given beside."""

    goals: list[tuple[PlanGoal, list[PlanService]]]
    others: list[PlanService]


def outline(plan: ServicePlan) -> Outline:
    given = list(services(plan))
    by_goal = [(goal, [s for s in given if s.goal_id == goal.pk]) for goal in goals(plan)]
    return Outline(by_goal, [s for s in given if s.goal_id is None])


def goals(plan: ServicePlan) -> QuerySet[PlanGoal]:
    return plan.goals.select_related("plan__case__client").in_order()


def services(plan: ServicePlan) -> QuerySet[PlanService]:
    rows = plan.services.select_related("institution", "worker", "goal__plan__case__client")
    return rows.select_related("plan__case__client").in_order()


def newest_of(rows: list[ServicePlan]) -> ServicePlan | None:
    """Of all versions, newest first, the one that people work on."""
    making = (row for row in rows if row.is_in_the_making)
    in_force = (row for row in rows if row.is_in_force)
    return next(making, None) or next(in_force, None) or (rows[0] if rows else None)


def newest_conference(case: Case, day: date) -> CaseConference | None:
    """While what was said there still counts."""
    rows = CaseConference.objects.filter(case=case, held_at__date__gte=day - COUNTS_FOR)
    return rows.newest_first().first()


def told_by_conference(case: Case, day: date) -> dict[str, bool]:
    """For the routing: whether those who sat together agree to lighter care; nothing while nobody has."""
    newest = newest_conference(case, day)
    return {"case_conference_agreed": newest.agrees_to_lighter_care} if newest else {}
