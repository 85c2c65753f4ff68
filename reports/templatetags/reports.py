"""How jobs, reports and submissions are named on pages."""

from datetime import date

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from common.enums import JobStatus
from common.models import Job
from common.templatetags.ui import badge
from reports.enums import SubmissionStatus
from reports.models import Submission
from reports.months import month_name


register = template.Library()

TONES = {
    JobStatus.QUEUED: ("neutral", "clock"),
    JobStatus.RUNNING: ("info", "refresh"),
    JobStatus.DONE: ("success", "circle-check"),
    JobStatus.FAILED: ("danger", "alert-octagon"),
}


@register.simple_tag
def job_title(job: Job) -> str:
    """The report that the job makes."""
    scope = job.payload["name"] or _("Nasional")
    month = month_name(date.fromisoformat(job.payload["month"]))
    return _("Laporan %(month)s – %(scope)s") % {"month": month, "scope": scope}


@register.simple_tag
def job_badge(job: Job) -> SafeString:
    tone, icon = TONES[JobStatus(job.status)]
    return badge(job.get_status_display().capitalize(), tone, icon)


STATUS_TONES = {
    SubmissionStatus.DRAFT: ("neutral", "pencil"),
    SubmissionStatus.SUBMITTED: ("info", "clock"),
    SubmissionStatus.RETURNED: ("warning", "alert-triangle"),
    SubmissionStatus.ACCEPTED: ("success", "circle-check"),
}


@register.simple_tag
def submission_badge(submission: Submission) -> SafeString:
    tone, icon = STATUS_TONES[SubmissionStatus(submission.status)]
    return badge(submission.get_status_display(), tone, icon)


@register.filter
def rupiah(amount: int) -> str:
    """Rp1.250.000."""
    return f"Rp{amount:,}".replace(",", ".")
