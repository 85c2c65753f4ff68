"""The machinery's own tasks."""

from celery import shared_task

from atensi.common.scope import MACHINERY


@shared_task(scope=MACHINERY)
def run_job(job_id: int) -> None:
    from atensi.common.jobs import perform

    perform(job_id)


@shared_task(scope=MACHINERY)
def sweep_jobs() -> None:
    from atensi.common.jobs import sweep

    sweep()
