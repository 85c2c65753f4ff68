"""What waits for the word of somebody who answers for others: plans to check, ends of care to agree to."""

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from care.enums import PlanStatus, TerminationStatus
from care.models import ServicePlan, Termination
from clients.models import Case


def approvals(user: User, limit: int = 10) -> list[Case]:
    """The cases, each with `has_plan` and `has_end`; nobody approves what they asked for themselves."""
    if user.institution_id is None:
        return []
    plans = ServicePlan.objects.filter(case=OuterRef("pk"), status=PlanStatus.SUBMITTED)
    ends = Termination.objects.filter(case=OuterRef("pk"), status=TerminationStatus.ASKED)
    ours = Q(institution_id=user.institution_id) | Q(care_institution_id=user.institution_id)
    rows = (
        Case.objects.visible_to(user)
        .open()
        .filter(ours)
        .annotate(
            has_plan=Exists(plans.exclude(submitted_by=user)),
            has_end=Exists(ends.exclude(asked_by=user)),
        )
        .filter(Q(has_plan=True) | Q(has_end=True))
    )
    return list(rows.select_related("client", "lead_worker").order_by("pk")[:limit])
