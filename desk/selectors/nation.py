"""National figures for the ministry's desk: counts only, never a person."""

from dataclasses import astuple, dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from care.enums import FollowUpStatus
from care.models import FollowUp
from clients.enums import CaseStatus
from clients.models import Case, Client, Consent
from clients.models.wait import is_late
from common.small_cells import Told, covered, is_small, told
from desk.selectors.institution import Expiring, expiring_agreements, last_month
from desk.selectors.work import WAITING_FOR_SCREENING
from regions.models import Province
from reports import figures
from reports.models import Report, Submission
from reports.months import month_of


WAITING = (CaseStatus.INTAKE, CaseStatus.SCREENING, CaseStatus.DECISION, CaseStatus.PLACEMENT)
LONG = timedelta(days=14)
SUMMARY = "nation"


@dataclass(frozen=True, slots=True)
class ProvinceCount:
    code: str
    name: str
    active: Told


def totals(today: date) -> dict[str, Any]:
    """Active cases, cases waiting for service for more than 14 days, and screenings overdue."""
    return figures.active_cases(None, month_of(today)).aggregate(
        active=Count("pk"),
        waiting=Count("pk", filter=Q(status__in=WAITING, opened_on__lt=today - LONG)),
        late_screening=Count("pk", filter=Q(is_late(today), status__in=WAITING_FOR_SCREENING)),
    )


def aftercare_reach(today: date) -> int | None:
    """Percent of the milestones due in the last 90 days that were reached; None when none was due, or too few."""
    due = FollowUp.objects.that_fell_due(today - timedelta(days=90), today)
    counts = due.aggregate(
        all=Count("pk"), reached=Count("pk", filter=Q(status=FollowUpStatus.REACHED))
    )
    parts = (counts["reached"], counts["all"] - counts["reached"])
    if not counts["all"] or any(map(is_small, parts)):
        return None
    percent: int = round(100 * counts["reached"] / counts["all"])
    return percent


def active_by_province(today: date) -> list[ProvinceCount]:
    """The report's figure of this month so far, for all 38 provinces by code."""
    rows = figures.by_province(None, month_of(today))
    counts = {row["code"]: row["count"] for row in rows}
    provinces = Province.objects.order_by("code").values_list("code", "name")
    return [ProvinceCount(code, name, counts.get(code, 0)) for code, name in provinces]


def data_gaps() -> dict[str, int]:
    people = Client.objects.filter(Exists(Case.objects.counted().filter(client=OuterRef("pk"))))
    consented = Consent.objects.in_force().filter(client=OuterRef("pk"))
    return {
        "nik": people.filter(nik_index="").count(),
        "consent": people.filter(~Exists(consented)).count(),
    }


@dataclass(frozen=True, slots=True)
class ReportStatus:
    institution_id: int
    name: str
    report_id: int | None


def report_statuses(month: date, limit: int = 40) -> list[ReportStatus]:
    """Institutions that owe a report of `month`, and whether it exists; the missing ones first."""
    made = dict(Report.objects.filter(month=month).values_list("institution_id", "pk"))
    rows = figures.with_cases(month)
    statuses = [ReportStatus(row.pk, row.name, made.get(row.pk)) for row in rows]
    return sorted(statuses, key=lambda status: status.report_id is not None)[:limit]


def submissions_waiting() -> int:
    return Submission.objects.waiting().count()


def count(today: date) -> dict[str, Any]:
    """Everything on the ministry's desk that is counted over the nation, as JSON."""
    month = last_month(today)
    return {
        "totals": totals(today),
        "reach": aftercare_reach(today),
        "gaps": data_gaps(),
        "provinces": [astuple(row) for row in active_by_province(today)],
        "month": month.isoformat(),
        "statuses": [astuple(row) for row in report_statuses(month)],
        "submissions_waiting": submissions_waiting(),
        "agreements": [
            (row.institution_id, row.name, row.ends_on.isoformat())
            for row in expiring_agreements(today)
        ],
    }


@dataclass(frozen=True, slots=True)
class Nation:
    """What was counted, as a page shows it to those who may open no file: small cells are hidden."""

    totals: dict[str, Told]
    reach: int | None
    gaps: dict[str, Told]
    provinces: list[ProvinceCount]
    month: date
    statuses: list[ReportStatus]
    submissions_waiting: int
    agreements: list[Expiring]

    @classmethod
    def of(cls, figures: dict[str, Any]) -> "Nation":
        return cls(
            **figures
            | {
                "totals": {name: told(count) for name, count in figures["totals"].items()},
                "gaps": {name: told(count) for name, count in figures["gaps"].items()},
                "provinces": _covered(figures["provinces"], told(figures["totals"]["active"])),
                "month": date.fromisoformat(figures["month"]),
                "statuses": [ReportStatus(*row) for row in figures["statuses"]],
                "agreements": [
                    Expiring(pk, name, date.fromisoformat(day))
                    for pk, name, day in figures["agreements"]
                ],
            }
        )


def _covered(rows: list[Any], total: Told) -> list[ProvinceCount]:
    counts = covered({code: active for code, _name, active in rows}, total)
    return [ProvinceCount(code, name, counts[code]) for code, name, _active in rows]
