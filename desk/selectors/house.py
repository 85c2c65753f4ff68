"""What the head of an institution watches: requests, places, endings, papers."""

from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import User
from care.models import Placement
from care.placement.selectors.places import occupancy
from partners.models import Agreement, Institution
from reports.models import Report, Submission


SOON = timedelta(days=14)
EXPIRY_HORIZON = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Places:
    taken: int
    capacity: int
    leaving: int


def places(institution: Institution, today: date) -> Places:
    """The same places that requests are answered by, and who is about to leave one."""
    held = occupancy(institution)
    leaving = Placement.objects.ending_by(today + SOON).received_by(institution.pk)
    return Places(held.taken, held.capacity, leaving.count())


def requests_to_answer(user: User, limit: int = 10) -> list[Placement]:
    if user.institution_id is None:
        return []
    rows = Placement.objects.visible_to(user).awaiting_answer_of(user.institution_id)
    rows = rows.select_related("client", "case", "requested_by__institution")
    return list(rows.order_by("answer_due_on", "pk")[:limit])


def requests_sent(user: User, limit: int = 5) -> list[Placement]:
    """The newest requests of one's own institution to others, with their answers."""
    if user.institution_id is None:
        return []
    rows = Placement.objects.visible_to(user).filter(
        case__institution_id=user.institution_id, institution__isnull=False
    )
    rows = rows.exclude(institution_id=user.institution_id)
    return list(
        rows.select_related("client", "institution").order_by("-requested_at", "-pk")[:limit]
    )


def endings_due(user: User, today: date, limit: int = 10) -> list[Placement]:
    if user.institution_id is None:
        return []
    rows = Placement.objects.visible_to(user).ending_by(today + SOON)
    rows = rows.received_by(user.institution_id)
    return list(rows.select_related("client").order_by("planned_end_on", "pk")[:limit])


def expiring_agreements(
    today: date, institution_id: int | None = None, limit: int = 10
) -> list[Agreement]:
    rows = Agreement.objects.expiring_between(today, today + EXPIRY_HORIZON)
    if institution_id is not None:
        rows = rows.filter(institution_id=institution_id)
    return list(rows.select_related("institution").order_by("ends_on", "pk")[:limit])


def last_month(today: date) -> date:
    return (today.replace(day=1) - timedelta(days=1)).replace(day=1)


def report_of_last_month(user: User, today: date) -> Report | None:
    if user.institution_id is None:
        return None
    rows = Report.objects.visible_to(user).filter(month=last_month(today))
    return rows.filter(institution_id=user.institution_id).order_by("pk").first()


def submission_of_last_month(user: User, today: date) -> Submission | None:
    """What the institution itself owes the ministry for the month that is over."""
    if user.institution_id is None:
        return None
    rows = Submission.objects.visible_to(user).filter(month=last_month(today))
    return rows.filter(institution_id=user.institution_id).first()
