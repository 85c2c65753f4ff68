"""Asking for a monthly report, and making it once."""

from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from atensi.common.errors import DomainError
from atensi.common.jobs import Finish, Progress, request_job
from atensi.common.models import Job
from atensi.common.numbering import next_number
from partners.models import Institution
from reports import files
from reports.enums import MONTHLY_REPORT, Step
from reports.figures import figures, with_cases
from reports.models import Report
from reports.months import month_before, month_name, month_of, number_of
from reports.paper import paper


def request_report(
    *, institution: Institution | None, month: date, actor: User | None, today: date
) -> Job:
    """Ask for the report of a month that is over; whoever asks second finds the first one's job."""
    if month >= month_of(today):
        raise DomainError(
            _("Bulan %(month)s belum selesai. Laporan dibuat setelah bulan berakhir.")
            % {"month": month_name(month)},
            code="month_not_over",
            field="month",
        )
    scope = institution.pk if institution else None
    return request_job(
        MONTHLY_REPORT,
        f"{scope or 'national'}:{month:%Y-%m}",
        payload={"institution": scope, "month": month.isoformat()},
        requested_by=actor,
    )


def request_monthly_reports(*, today: date) -> list[Job]:
    """The nation's and every concerned institution's, for the month before. May run twice."""
    month = month_before(month_of(today))
    return [
        request_report(institution=institution, month=month, actor=None, today=today)
        for institution in [None, *with_cases(month)]
    ]


def prepare_report(*, job: Job, progress: Progress, at: datetime) -> Finish:
    """The slow part, outside any transaction; what is returned writes the row beside the job's end."""
    month = date.fromisoformat(job.payload["month"])
    scope = job.payload["institution"]
    institution = Institution.objects.get(pk=scope) if scope else None
    progress(0, len(Step), Step.NUMBER)
    number = reserve_number(job=job, month=month)
    progress(1, len(Step), Step.FIGURES)
    frozen = figures(institution, month, at)
    progress(2, len(Step), Step.PAPER)
    pdf = paper(frozen, number, at)
    progress(3, len(Step), Step.ARCHIVE)
    facts = {"number": number, "figures": frozen, **_keep(job, month, pdf)}
    return partial(_record, job, institution, month, facts)


@transaction.atomic
def reserve_number(*, job: Job, month: date) -> str:
    """A number belongs to the job, so that an attempt that fails leaves no gap in the series."""
    job = Job.objects.select_for_update(no_key=True).get(pk=job.pk)
    if "number" not in job.payload:
        job.payload["number"] = number_of(next_number(f"report:{month:%y}"), month)
        job.save(update_fields=["payload"])
    return str(job.payload["number"])


def is_intact(report: Report) -> bool:
    """Whether the paper in the archive is still the one that was made."""
    return files.has_sha256(report.pdf.name, report.sha256)


def _keep(job: Job, month: date, pdf: bytes) -> dict[str, str]:
    """Each attempt writes a file of its own: a worker that was given up cannot touch the winner's."""
    folder = f"reports/{month:%Y-%m}"
    files.discard(folder, f"{job.pk}-*.pdf")
    name = f"{folder}/{job.pk}-{job.attempts}.pdf"
    return {"pdf": name, "sha256": files.keep(name, pdf)}


def _record(job: Job, institution: Institution | None, month: date, facts: dict[str, Any]) -> None:
    Report.objects.get_or_create(
        institution=institution,
        month=month,
        defaults={**facts, "job": job, "made_by": job.requested_by},
    )
