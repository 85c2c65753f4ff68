"""After-care of one case."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from care.models import FollowUp, FollowUpContact
from clients.models import Case


def milestones(case: Case) -> QuerySet[FollowUp]:
    """All of them, soonest first, each with its contacts, newest first."""
    return case.follow_ups.soonest_first().prefetch_related(
        Prefetch("contacts", queryset=contacts())
    )


def contacts() -> QuerySet[Any]:
    return FollowUpContact.objects.select_related("recorded_by").order_by("-on", "-pk")
