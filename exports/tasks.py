"""What the queue does for exports."""

from celery import shared_task
from django.utils import timezone

from common.jobs import Finish, Progress, handler
from common.models import Job
from common.scope import MACHINERY
from exports.enums import MAKE_EXPORT


@handler(MAKE_EXPORT)
def make_export(job: Job, progress: Progress) -> Finish:
    from exports.services.making import prepare_export

    return prepare_export(job=job, progress=progress, at=timezone.now())


@shared_task(scope=MACHINERY)
def purge_exports() -> None:
    from exports.services.making import purge_exports

    purge_exports(at=timezone.now())
