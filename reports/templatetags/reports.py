"""How jobs and reports are named on pages."""

from datetime import date

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from atensi.common.enums import JobState
from atensi.common.models import Job
from atensi.common.templatetags.ui import badge
from reports.months import month_name


register = template.Library()

TONES = {
    JobState.QUEUED: ("neutral", "clock"),
    JobState.RUNNING: ("info", "refresh"),
    JobState.DONE: ("success", "circle-check"),
    JobState.FAILED: ("danger", "alert-octagon"),
}


@register.simple_tag
def job_title(job: Job) -> str:
    """The report that the job makes."""
    scope = job.payload["name"] or _("Nasional")
    month = month_name(date.fromisoformat(job.payload["month"]))
    return _("Laporan %(month)s – %(scope)s") % {"month": month, "scope": scope}


@register.simple_tag
def job_badge(job: Job) -> SafeString:
    tone, icon = TONES[JobState(job.state)]
    return badge(job.get_state_display().capitalize(), tone, icon)
