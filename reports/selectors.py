"""Reads for the report pages."""

from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from accounts.enums import Role
from accounts.models import User
from clients.models import Case
from common.enums import JobStatus
from common.models import Job
from common.scope import acting, nation
from partners.models import Institution
from reports import files
from reports.enums import MONTHLY_REPORT, Step
from reports.figures import GIVES_CARE
from reports.models import Report, Submission
from reports.outside import Figures, for_others
from reports.permissions import SUBMITTING_KINDS, reads_exactly


def archive(user: User) -> QuerySet[Report]:
    """The newest month first, the nation before its institutions."""
    rows = Report.objects.visible_to(user).select_related("institution")
    return rows.order_by("-month", F("institution__name").asc(nulls_first=True), "pk")


def months_in_archive(user: User) -> list[date]:
    rows = Report.objects.visible_to(user).order_by("-month")
    return list(rows.values_list("month", flat=True).distinct())


def jobs_visible_to(user: User) -> QuerySet[Job]:
    """The same rule as for the reports that they make."""
    rows = Job.objects.filter(kind=MONTHLY_REPORT)
    if user.role in {Role.MINISTRY_ADMIN, Role.AUDITOR}:
        return rows
    if user.institution_id is None:
        return rows.none()
    return rows.filter(payload__institution=user.institution_id)


def jobs_under_way(user: User, limit: int = 10) -> list[Job]:
    """Running, waiting and failed; the newest first."""
    rows = jobs_visible_to(user).exclude(status=JobStatus.DONE)
    return list(rows.order_by("-created_at", "-pk")[:limit])


def institutions_to_report_on() -> QuerySet[Institution]:
    """Those that give care, and whoever keeps a case; looked up here, where the whole nation may be seen."""
    keeps_cases = Case.objects.counted().filter(institution=OuterRef("pk"))
    rows = Institution.objects.filter(Q(kind__in=GIVES_CARE) | Exists(keeps_cases))
    with acting(nation()):
        found = list(rows.values_list("pk", flat=True))
    return Institution.objects.filter(pk__in=found).order_by("name", "pk")


def say_status(job: Job) -> str:
    """What the job is doing, in one sentence for the person who waits."""
    if job.status == JobStatus.RUNNING and job.message in Step.values:
        return str(Step(job.message).label)
    if job.status == JobStatus.FAILED:
        return job.message or _("Laporan gagal dibuat. Silakan coba lagi.")
    if job.status == JobStatus.DONE:
        return _("Laporan selesai dibuat.")
    return _("Menunggu giliran")


def figures_for(user: User, report: Report) -> Figures:
    figures: Figures = report.figures
    return figures if reads_exactly(user, report.institution_id) else for_others(figures)


def may_have_paper(user: User, report: Report) -> bool:
    """Papers of before tell every figure: they stay with those who read them all."""
    return report.figures["version"] > 1 or reads_exactly(user, report.institution_id)


def is_intact(report: Report) -> bool:
    """Whether the paper in the archive is still the one that was made."""
    return files.has_sha256(report.pdf.name or "", report.sha256)


def submitting_institutions() -> QuerySet[Institution]:
    return Institution.objects.filter(kind__in=SUBMITTING_KINDS).order_by("name", "pk")


def counts_by_status(rows: QuerySet[Submission]) -> dict[str, int]:
    counted = rows.order_by().values("status").annotate(count=Count("pk"))
    return {row["status"]: row["count"] for row in counted}


def with_spent(rows: QuerySet[Submission]) -> QuerySet[Submission]:
    return rows.select_related("institution").annotate(spent=Sum("money__amount", default=0))
