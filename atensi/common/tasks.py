"""The machinery's own tasks."""

from celery import shared_task


@shared_task
def run_job(job_id: int) -> None:
    from atensi.common.jobs import perform

    perform(job_id)


@shared_task
def sweep_jobs() -> None:
    from atensi.common.jobs import sweep

    sweep()


@shared_task
def seal_trail() -> None:
    from atensi.common.sealing import seal

    seal()
