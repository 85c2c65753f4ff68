"""After-care of one case."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from care.models import AftercarePlan, FollowUp, FollowUpContact
from clients.models import Case


def milestones(case: Case) -> QuerySet[FollowUp]:
    """All of them, soonest first, each with its contacts, newest first."""
    return case.follow_ups.soonest_first().prefetch_related(
        Prefetch("contacts", queryset=contacts(FollowUpContact.objects.all()))
    )


def aftercare_plan_of(case: Case) -> AftercarePlan | None:
    rows = AftercarePlan.objects.filter(case=case)
    return rows.select_related("contact_by", "case__client").first()


def contacts(rows: QuerySet[FollowUpContact]) -> QuerySet[FollowUpContact]:
    """Newest first. They open with the keys of the milestones that `rows` came through."""
    return rows.select_related("recorded_by").order_by("-on", "-pk")


def steps(rows: Iterable[FollowUp]) -> list[str]:
    """The step line: what is closed is done, the first that is planned is the current one."""
    line: list[str] = []
    for row in rows:
        waits = "" if "current" in line else "current"
        line.append(waits if row.is_planned else "done")
    return line
