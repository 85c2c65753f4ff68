"""Points of after-care that nobody can make up for any more are closed each morning, and the next one is due."""

from datetime import datetime

from django.utils import timezone

from care.aftercare.services.passing import let_pass
from care.models import FollowUp
from care.waiting.sweeping import done_for, found


def sweep_passed(*, at: datetime) -> int:
    """How many were closed, each in the name of the institution that keeps the case."""
    rows = FollowUp.objects.passed_on(timezone.localdate(at)).select_related("case")
    return sum(
        done_for(let_pass, [one.case.institution_id], follow_up=one, at=at) for one in found(rows)
    )
