"""What the queue does for reports."""

from celery import shared_task
from django.utils import timezone

from common.jobs import Finish, Progress, handler
from common.models import Job
from common.scope import MACHINERY
from reports.enums import MONTHLY_REPORT


@handler(MONTHLY_REPORT)
def monthly_report(job: Job, progress: Progress) -> Finish:
    from reports.services.making import prepare_report

    return prepare_report(job=job, progress=progress, at=timezone.now())


@shared_task(scope=MACHINERY)
def make_monthly_reports() -> None:
    """Asks for the reports of the month before; each is then made by a job of its own."""
    from reports.services.requesting import request_monthly_reports

    request_monthly_reports(today=timezone.localdate())


@shared_task(scope=MACHINERY)
def begin_submissions() -> None:
    """What IPWL and LKS tell of the month before waits on their desks from its end on."""
    from reports.months import month_before, month_of
    from reports.services import submissions

    submissions.begin_submissions(month=month_before(month_of(timezone.localdate())))
