"""What has to be there before a place is asked for, and before care begins."""

from care.enums import PlanStatus
from clients.models import Case
from screening.enums import Missing
from screening.gates import assessment_missing


HANDED_IN = (PlanStatus.SUBMITTED, PlanStatus.APPROVED, PlanStatus.AGREED)


def missing_for_a_place(case: Case) -> tuple[Missing, ...]:
    """Whoever is asked has to know what the person is to be helped with."""
    is_planned = case.plans.filter(status__in=HANDED_IN).exists()
    return (*assessment_missing(case), *(() if is_planned else (Missing.PLAN,)))


def missing_for_the_start(case: Case) -> tuple[Missing, ...]:
    """Care follows a plan that the client has agreed to (domain facts, section 2.1, stages 4 and 5)."""
    is_agreed = case.plans.in_force().exists()
    return (*assessment_missing(case), *(() if is_agreed else (Missing.AGREED_PLAN,)))
