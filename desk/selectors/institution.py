"""What the head of an institution watches: requests sent, places, endings, papers."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject

from accounts.models import User
from care.models import Placement
from care.placement.selectors.places import with_taken
from clients.models.visibility import without_emergencies
from common.prepared import prepared
from partners.models import Agreement, Institution
from reports.models import Report, Submission


SOON = timedelta(days=14)
EXPIRY_HORIZON = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Places:
    taken: int
    capacity: int
    leaving: int


@dataclass(frozen=True, slots=True)
class Expiring:
    institution_id: int
    name: str
    ends_on: date


@dataclass(frozen=True, slots=True)
class OwnInstitution:
    """The institution itself on a day, in one query: its places, its papers of last month, its agreements."""

    places: Places | None
    month: date
    report: Report | None
    submission: Submission | None
    agreements: list[Expiring]


def own_institution(user: User, today: date) -> OwnInstitution | None:
    """The same places that requests are answered by, and who is about to leave one."""
    if user.institution_id is None:
        return None
    month = last_month(today)
    (row,) = _with_figures(user.institution_id, today, month)
    places = Places(row.taken, row.capacity, row.leaving) if row.capacity else None
    agreements = [Expiring(row.pk, row.name, day) for day in row.expiring]
    report = Report(month=month, **row.report) if row.report else None
    submission = Submission(month=month, **row.submission) if row.submission else None
    return OwnInstitution(places, month, report, submission, agreements)


@prepared
def _with_figures(institution_id: int, today: date, month: date) -> QuerySet[Any]:
    leaving = Placement.objects.ending_by(today + SOON)
    rows: QuerySet[Any] = (
        with_taken(Institution.objects.filter(pk=institution_id))
        .annotate(
            leaving=_count(leaving.filter(institution=OuterRef("pk"))),
            report=_first(Report.objects.filter(month=month), number="number"),
            submission=_first(Submission.objects.filter(month=month), status="status"),
            expiring=ArraySubquery(
                _expiring(today).filter(institution=OuterRef("pk")).values("ends_on")
            ),
        )
        .only("name", "capacity")
    )
    return rows


def requests_sent(user: User, limit: int = 5) -> list[Placement]:
    """The newest requests of one's own institution to others, with their answers."""
    return _sent(user, limit=limit) if user.institution_id else []


@prepared
def _sent(user: User, *, limit: int) -> QuerySet[Placement]:
    own = user.institution_id or 0
    rows = without_emergencies(Placement.objects.visible_to(user), user).filter(
        case__institution_id=own, institution__isnull=False
    )
    rows = rows.exclude(institution_id=own)
    return rows.select_related("client", "institution").order_by("-requested_at", "-pk")[:limit]


def endings_due(user: User, today: date, limit: int = 10) -> list[Placement]:
    return _ending(user, today, limit=limit) if user.institution_id else []


@prepared
def _ending(user: User, today: date, *, limit: int) -> QuerySet[Placement]:
    rows = without_emergencies(Placement.objects.visible_to(user), user).ending_by(today + SOON)
    rows = rows.received_by(user.institution_id or 0).select_related("client")
    return rows.order_by("planned_end_on", "pk")[:limit]


def expiring_agreements(today: date, limit: int = 10) -> list[Expiring]:
    """Of the whole nation."""
    return _as_expiring(_expiring(today)[:limit])


def agreements_of(user: User, today: date) -> list[Expiring]:
    """Of one's own institution; of the nation for those who have none."""
    rows = _expiring(today)
    if user.institution_id is not None:
        rows = rows.filter(institution_id=user.institution_id)
    return _as_expiring(rows)


def last_month(today: date) -> date:
    return (today.replace(day=1) - timedelta(days=1)).replace(day=1)


def _expiring(today: date) -> QuerySet[Agreement]:
    rows = Agreement.objects.expiring_between(today, today + EXPIRY_HORIZON)
    return rows.order_by("ends_on", "pk")


def _as_expiring(rows: QuerySet[Agreement]) -> list[Expiring]:
    columns = ("institution_id", "institution__name", "ends_on")
    return [Expiring(*row) for row in rows.values_list(*columns)]


def _first(rows: QuerySet[Any], **facts: str) -> Subquery:
    """Of the institution that is asked about."""
    mine = rows.filter(institution=OuterRef("pk")).order_by("pk")
    return Subquery(mine.values(found=JSONObject(id="pk", **facts))[:1])


def _count(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.order_by().values("institution").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())
