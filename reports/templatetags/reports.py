"""How jobs, reports and submissions are named on pages."""

from datetime import date

from django import template
from django.utils.translation import gettext as _

from common.models import Job
from reports.months import month_name


register = template.Library()


@register.simple_tag
def job_title(job: Job) -> str:
    """The report that the job makes."""
    scope = job.payload["name"] or _("Nasional")
    month = month_name(date.fromisoformat(job.payload["month"]))
    return _("Laporan %(month)s – %(scope)s") % {"month": month, "scope": scope}


@register.filter
def rupiah(amount: int) -> str:
    """Rp1.250.000."""
    return f"Rp{amount:,}".replace(",", ".")
