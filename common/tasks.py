"""The machinery's own tasks."""

from celery import shared_task
from django.utils import timezone

from common.scope import MACHINERY


@shared_task(scope=MACHINERY)
def run_job(job_id: int) -> None:
    from common.jobs import perform

    perform(job_id)


@shared_task(scope=MACHINERY)
def sweep_jobs() -> None:
    from common.jobs import sweep

    sweep()


@shared_task(scope=MACHINERY)
def seal_trail() -> None:
    from common.sealing import seal

    seal()


@shared_task(scope=MACHINERY)
def forget_old_keys() -> None:
    from common import idempotency

    idempotency.forget_old_keys(timezone.now())


@shared_task(scope=MACHINERY)
def count_the_nation() -> None:
    from common import summary

    summary.count_all(timezone.now())
