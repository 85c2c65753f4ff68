"""What the queue does for files."""

from celery import shared_task
from django.utils import timezone

from common.jobs import Finish, Progress, handler
from common.models import Job
from common.scope import MACHINERY
from files.enums import SCAN_FILE


@handler(SCAN_FILE)
def scan_file(job: Job, _progress: Progress) -> Finish:
    from files import services

    return services.scan_file(file_id=job.payload["file"], at=timezone.now())


@shared_task(scope=MACHINERY)
def ask_for_scans() -> None:
    from files import services

    services.ask_for_scans()


@shared_task(scope=MACHINERY)
def remove_strays() -> None:
    from files import strays

    strays.remove_strays(at=timezone.now())
