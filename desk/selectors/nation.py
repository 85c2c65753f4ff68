"""National figures for the ministry's desk: counts only, never a person."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from care.enums import FollowUpStatus
from care.models import FollowUp
from clients.enums import CaseStatus
from clients.models import Case, Client, Consent
from desk.selectors.work import WAITING_FOR_SCREENING
from partners.models import Institution
from regions.models import Province
from reports.models import Report


WAITING = (CaseStatus.INTAKE, CaseStatus.SCREENING, CaseStatus.DECISION, CaseStatus.PLACEMENT)
LONG = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class ProvinceCount:
    code: str
    name: str
    active: int


def totals(today: date) -> dict[str, Any]:
    """Active cases, cases waiting for service for more than 14 days, and screenings overdue."""
    return (
        Case.objects.current()
        .open()
        .aggregate(
            active=Count("pk"),
            waiting=Count("pk", filter=Q(status__in=WAITING, opened_on__lt=today - LONG)),
            late_screening=Count(
                "pk", filter=Q(status__in=WAITING_FOR_SCREENING, next_due_on__lt=today)
            ),
        )
    )


def aftercare_reach(today: date) -> int | None:
    """Percent of the milestones due in the last 90 days that were reached; None when none was due."""
    due = FollowUp.objects.filter(due_on__range=(today - timedelta(days=90), today)).exclude(
        status=FollowUpStatus.CANCELLED
    )
    counts = due.aggregate(
        all=Count("pk"), reached=Count("pk", filter=Q(status=FollowUpStatus.REACHED))
    )
    return round(100 * counts["reached"] / counts["all"]) if counts["all"] else None


def active_by_province() -> list[ProvinceCount]:
    """All 38 provinces by code, by the client's residence."""
    counts = dict(
        Case.objects.current()
        .open()
        .values_list("client__regency__province_id")
        .annotate(n=Count("pk"))
        .order_by()
    )
    provinces = Province.objects.order_by("code").values_list("code", "name")
    return [ProvinceCount(code, name, counts.get(code, 0)) for code, name in provinces]


def data_gaps() -> dict[str, int]:
    consented = Consent.objects.in_force().filter(client=OuterRef("pk"))
    return {
        "nik": Client.objects.filter(nik="").count(),
        "consent": Client.objects.filter(~Exists(consented)).count(),
    }


@dataclass(frozen=True, slots=True)
class ReportState:
    institution: Institution
    report_id: int | None


def report_states(month: date, limit: int = 40) -> list[ReportState]:
    """Institutions with cases, and whether their report of `month` exists; the missing ones first."""
    made = dict(Report.objects.filter(month=month).values_list("institution_id", "pk"))
    with_cases = Case.objects.filter(institution=OuterRef("pk"))
    rows = Institution.objects.filter(Exists(with_cases)).order_by("name")
    states = [ReportState(row, made.get(row.pk)) for row in rows]
    return sorted(states, key=lambda state: state.report_id is not None)[:limit]
