"""Making a monthly report once. Loads the drawing and typesetting libraries: for workers only."""

from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import transaction

from common.jobs import Finish, Progress
from common.models import Job
from common.numbering import next_number
from partners.models import Institution
from reports import files
from reports.enums import Step
from reports.figures import figures
from reports.models import Report
from reports.months import number_of
from reports.outside import for_others
from reports.paper import paper


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
    pdf = paper(for_others(frozen), number, at)
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
