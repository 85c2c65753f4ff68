"""National figures for the ministry's desk: counts only, never a person."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from care.enums import FollowUpStatus
from care.models import FollowUp
from clients.enums import CaseStatus
from clients.models import Client, Consent
from clients.models.wait import is_late
from desk.selectors.work import WAITING_FOR_SCREENING
from partners.models import Institution
from regions.models import Province
from reports import figures
from reports.models import Report, Submission
from reports.months import month_of


WAITING = (CaseStatus.INTAKE, CaseStatus.SCREENING, CaseStatus.DECISION, CaseStatus.PLACEMENT)
LONG = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class ProvinceCount:
    code: str
    name: str
    active: int


def totals(today: date) -> dict[str, Any]:
    """Active cases, cases waiting for service for more than 14 days, and screenings overdue."""
    return figures.active_cases(None, month_of(today)).aggregate(
        active=Count("pk"),
        waiting=Count("pk", filter=Q(status__in=WAITING, opened_on__lt=today - LONG)),
        late_screening=Count("pk", filter=Q(is_late(today), status__in=WAITING_FOR_SCREENING)),
    )


def aftercare_reach(today: date) -> int | None:
    """Percent of the milestones due in the last 90 days that were reached; None when none was due."""
    due = FollowUp.objects.that_fell_due(today - timedelta(days=90), today)
    counts = due.aggregate(
        all=Count("pk"), reached=Count("pk", filter=Q(status=FollowUpStatus.REACHED))
    )
    return round(100 * counts["reached"] / counts["all"]) if counts["all"] else None


def active_by_province(today: date) -> list[ProvinceCount]:
    """The report's figure of this month so far, for all 38 provinces by code."""
    rows = figures.by_province(None, month_of(today))
    counts = {row["code"]: row["count"] for row in rows}
    provinces = Province.objects.order_by("code").values_list("code", "name")
    return [ProvinceCount(code, name, counts.get(code, 0)) for code, name in provinces]


def data_gaps() -> dict[str, int]:
    consented = Consent.objects.in_force().filter(client=OuterRef("pk"))
    return {
        "nik": Client.objects.filter(nik_index="").count(),
        "consent": Client.objects.filter(~Exists(consented)).count(),
    }


@dataclass(frozen=True, slots=True)
class ReportState:
    institution: Institution
    report_id: int | None


def report_states(month: date, limit: int = 40) -> list[ReportState]:
    """Institutions that owe a report of `month`, and whether it exists; the missing ones first."""
    made = dict(Report.objects.filter(month=month).values_list("institution_id", "pk"))
    states = [ReportState(row, made.get(row.pk)) for row in figures.with_cases(month)]
    return sorted(states, key=lambda state: state.report_id is not None)[:limit]


def submissions_waiting() -> int:
    return Submission.objects.waiting().count()
