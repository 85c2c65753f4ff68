"""The month's figures: each is one question, asked in one query, and says what it counts.

An institution's figures count the cases that it keeps and the cases that it serves for another institution
(from the start of service). The nation's count every case once, so they are less than the sum of all
institutions' wherever one keeps what another serves.

Facts that a case holds only as they are now (risk, base, residence) are those of the moment of counting.
"""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import (
    Case as Choose,
    CharField,
    Count,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import TruncMonth

from care.enums import FollowUpStatus, PlacementStatus
from care.models import FollowUp, Placement
from clients.enums import Risk, Sex
from clients.models import Case
from clients.models.case import shown_risk
from common.dates import years_before
from common.scope import acting, nation
from partners.enums import CareBase, InstitutionKind
from partners.models import Agreement, Institution
from reports.enums import AgeBand
from reports.months import last_day, months_until
from reports.outside import hidden_of
from reports.snapshot import snapshot


VERSION = 2
HISTORY_MONTHS = 6
EXPIRY_HORIZON = timedelta(days=90)
GIVES_CARE = (InstitutionKind.BALAI, InstitutionKind.LKS, InstitutionKind.IPWL)
UPPER_AGES = (
    (18, AgeBand.UNDER_18),
    (25, AgeBand.FROM_18),
    (35, AgeBand.FROM_25),
    (45, AgeBand.FROM_35),
    (60, AgeBand.FROM_45),
)

Scope = Institution | None
Counts = dict[str, int]


def figures(institution: Scope, month: date, at: datetime) -> dict[str, Any]:
    """Everything the report of `month` says, ready to be frozen as JSON."""
    with snapshot(), acting(nation()):
        return {
            "version": VERSION,
            "month": month.isoformat(),
            "as_of": at.isoformat(),
            "institution": _naming(institution),
            "new": new_cases(institution, month).count(),
            "active": active_cases(institution, month).count(),
            "ended": ended_cases(institution, month).count(),
            "by_risk": by_risk(institution, month),
            "by_base": by_base(institution, month),
            "by_sex": by_sex(institution, month),
            "by_age": by_age(institution, month),
            "by_province": by_province(institution, month),
            "by_institution": by_institution(institution, month),
            "history": history(institution, month),
            "placements": placements(institution, month),
            "aftercare": aftercare(institution, month),
            "agreements": expiring_agreements(institution, month),
            "without_cases": [] if institution else without_cases(month),
            "in_nation": in_nation(institution, month),
        }


def in_nation(institution: Scope, month: date) -> dict[str, list[str]]:
    """Of each month that the report tells of, what the nation's tables hide of the institution."""
    if institution is None:
        return {}
    return {
        one.isoformat(): hidden_of(institution.pk, by_institution(None, one), placements(None, one))
        for one in months_until(month, HISTORY_MONTHS)
    }


def is_new(month: date) -> Q:
    """Opened in the month."""
    return Q(opened_on__range=(month, last_day(month)))


def is_active(month: date) -> Q:
    """Opened by the month's last day and not closed on or before it; after-care counts as active."""
    end = last_day(month)
    return Q(opened_on__lte=end) & (Q(closed_on__isnull=True) | Q(closed_on__gt=end))


def is_ended(month: date) -> Q:
    """Service ended in the month, whatever the reason; after-care may go on."""
    return Q(service_ended_on__range=(month, last_day(month)))


def cases(institution: Scope, month: date) -> QuerySet[Case]:
    """Kept by the institution, or served by it from a day in the month or before it."""
    if institution is None:
        return Case.objects.counted()
    served = Q(care_institution=institution, service_started_on__lte=last_day(month))
    return Case.objects.counted().filter(Q(institution=institution) | served)


def new_cases(institution: Scope, month: date) -> QuerySet[Case]:
    return cases(institution, month).filter(is_new(month))


def active_cases(institution: Scope, month: date) -> QuerySet[Case]:
    return cases(institution, month).filter(is_active(month))


def ended_cases(institution: Scope, month: date) -> QuerySet[Case]:
    return cases(institution, month).filter(is_ended(month))


def by_risk(institution: Scope, month: date) -> Counts:
    """Active cases by risk as it is shown; "" is not yet assessed."""
    rows = active_cases(institution, month).annotate(shown=shown_risk())
    return _counts(rows, "shown", [*Risk.values, ""])


def by_base(institution: Scope, month: date) -> Counts:
    """Active cases by base of care; "" is not yet decided."""
    return _counts(active_cases(institution, month), "base", [*CareBase.values, ""])


def by_sex(institution: Scope, month: date) -> Counts:
    """Active cases by the client's sex."""
    return _counts(active_cases(institution, month), "client__sex", Sex.values)


def by_age(institution: Scope, month: date) -> Counts:
    """Active cases by the client's age on the month's last day."""
    end = last_day(month)
    bands = [
        When(client__birth_date__gt=years_before(end, age), then=Value(band.value))
        for age, band in UPPER_AGES
    ]
    band = Choose(*bands, default=Value(AgeBand.FROM_60.value), output_field=CharField())
    return _counts(active_cases(institution, month).annotate(band=band), "band", AgeBand.values)


def by_province(institution: Scope, month: date) -> list[dict[str, Any]]:
    """Active cases by the client's province of residence, the most first; provinces without any left out."""
    rows = (
        active_cases(institution, month)
        .values_list("client__regency__province_id", "client__regency__province__name")
        .annotate(count=Count("pk"))
        .order_by("-count", "client__regency__province_id")
    )
    return [{"code": code, "name": name, "count": count} for code, name, count in rows]


def by_institution(institution: Scope, month: date) -> list[dict[str, Any]]:
    """New, active and ended cases by the institution that keeps them; institutions without any left out."""
    rows = (
        cases(institution, month)
        .filter(is_new(month) | is_active(month) | is_ended(month))
        .values("institution_id", "institution__name", "institution__kind")
        .annotate(
            new=Count("pk", filter=is_new(month)),
            active=Count("pk", filter=is_active(month)),
            ended=Count("pk", filter=is_ended(month)),
        )
        .order_by("institution__name", "institution_id")
    )
    return [
        {
            "id": row["institution_id"],
            "name": row["institution__name"],
            "kind": row["institution__kind"],
            "new": row["new"],
            "active": row["active"],
            "ended": row["ended"],
        }
        for row in rows
    ]


def history(institution: Scope, month: date) -> list[dict[str, Any]]:
    """New and ended cases of this month and the five before it, by the same rules as this month's."""
    months = months_until(month, HISTORY_MONTHS)
    span = (months[0], last_day(month))
    rows = cases(institution, month)
    new = _by_month(rows.filter(opened_on__range=span), "opened_on")
    ended = _by_month(rows.filter(service_ended_on__range=span), "service_ended_on")
    return [
        {"month": one.isoformat(), "new": new.get(one, 0), "ended": ended.get(one, 0)}
        for one in months
    ]


def placements(institution: Scope, month: date) -> list[dict[str, Any]]:
    """Placements that started in the month, by receiving institution; the family is one row without id.

    An institution's: those of the cases it keeps, and those it received.
    """
    rows = Placement.objects.filter(
        status__in=(PlacementStatus.ACTIVE, PlacementStatus.ENDED),
        starts_on__range=(month, last_day(month)),
    )
    if institution is not None:
        rows = rows.filter(Q(case__institution=institution) | Q(institution=institution))
    found = (
        rows.values_list("institution_id", "institution__name", "institution__kind")
        .annotate(count=Count("pk"))
        .order_by("-count", "institution__name", "institution_id")
    )
    return [
        {"id": pk, "name": name or "", "kind": kind or "", "count": count}
        for pk, name, kind, count in found
    ]


def aftercare(institution: Scope, month: date) -> Counts:
    """Milestones of after-care that fell due in the month while the case was open: reached, not reached in time, still open."""
    due = FollowUp.objects.that_fell_due(month, last_day(month))
    due = due.filter(case__in=cases(institution, month))
    counts = _counts(due, "status", FollowUpStatus.values)
    return {
        "reached": counts[FollowUpStatus.REACHED],
        "not_reached": counts[FollowUpStatus.NOT_REACHED] + counts[FollowUpStatus.MISSED],
        "open": counts[FollowUpStatus.PLANNED],
    }


def expiring_agreements(institution: Scope, month: date) -> list[dict[str, Any]]:
    """Signed agreements that end within 90 days after the month, the first to end first."""
    end = last_day(month)
    rows = Agreement.objects.expiring_between(end + timedelta(days=1), end + EXPIRY_HORIZON)
    if institution is not None:
        rows = rows.filter(institution=institution)
    found = rows.order_by("ends_on", "number").values_list("number", "institution__name", "ends_on")
    return [
        {"number": number, "institution": name, "ends_on": ends_on.isoformat()}
        for number, name, ends_on in found
    ]


def with_cases(month: date) -> QuerySet[Institution]:
    """Institutions with a new, active or ended case in the month, kept or served."""
    counted = Case.objects.counted().filter(is_new(month) | is_active(month) | is_ended(month))
    kept = counted.filter(institution=OuterRef("pk"))
    served = counted.filter(
        care_institution=OuterRef("pk"), service_started_on__lte=last_day(month)
    )
    return Institution.objects.filter(Exists(kept) | Exists(served)).order_by("name", "pk")


def without_cases(month: date) -> list[str]:
    """Active institutions that give care and have no case in the month: the gaps of coverage."""
    silent = Institution.objects.active().filter(kind__in=GIVES_CARE)
    rows = silent.exclude(pk__in=with_cases(month).order_by().values("pk"))
    return list(rows.order_by("name", "pk").values_list("name", flat=True))


def _naming(institution: Scope) -> dict[str, Any] | None:
    if institution is None:
        return None
    return {"id": institution.pk, "name": institution.name, "kind": institution.kind}


def _counts(rows: QuerySet[Any], field: str, known: list[str]) -> Counts:
    found = rows.order_by().values_list(field).annotate(count=Count("pk"))
    return {**dict.fromkeys(known, 0), **dict(found)}


def _by_month(rows: QuerySet[Case], field: str) -> dict[date, int]:
    found = rows.annotate(in_month=TruncMonth(field)).order_by().values_list("in_month")
    return dict(found.annotate(count=Count("pk")))
