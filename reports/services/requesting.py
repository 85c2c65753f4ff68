"""Asking for a monthly report; who makes it is in `making`."""

from datetime import date

from django.utils.translation import gettext as _

from accounts.models import User
from common.errors import DomainError
from common.jobs import request_job
from common.models import Job
from common.scope import acting, nation
from partners.models import Institution
from reports.enums import MONTHLY_REPORT
from reports.figures import with_cases
from reports.months import month_before, month_name, month_of


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
        payload={
            "institution": scope,
            "name": institution.name if institution else "",
            "month": month.isoformat(),
        },
        requested_by=actor,
    )


def request_monthly_reports(*, today: date) -> list[Job]:
    """The nation's and every concerned institution's, for the month before. May run twice."""
    month = month_before(month_of(today))
    with acting(nation()):
        concerned = list(with_cases(month))
    return [
        request_report(institution=institution, month=month, actor=None, today=today)
        for institution in [None, *concerned]
    ]
