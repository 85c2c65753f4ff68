"""Background work: the row in the database is the ledger, the queue's message only the bell.

A job may be asked for, rung for and run any number of times; it leaves one result. Whoever works on it
holds it for a while (the lease, by the database's clock, so that no machine's clock matters); a worker that
lost its lease can write nothing any more.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any, TypeAlias

from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Now

from common.bell import ring
from common.enums import JobStatus
from common.errors import DomainError
from common.logs import place, told
from common.models import Job


log = logging.getLogger(__name__)

MAX_ATTEMPTS = 5
LEASE = timedelta(seconds=90)
UNHEARD = timedelta(seconds=60)
RINGS_PER_SWEEP = 100

# What remains to be written when the slow part is done, in the transaction that marks the job done.
Finish: TypeAlias = Callable[[], None]
Handler: TypeAlias = "Callable[[Job, Progress], Finish]"

_handlers: dict[str, Handler] = {}


class LeaseLost(Exception):
    """Another worker has taken the job over; this one leaves without a trace."""


def handler(kind: str) -> Callable[[Handler], Handler]:
    """Register the function that does the slow part of jobs of `kind` and returns how to finish them."""

    def register(function: Handler) -> Handler:
        _handlers[kind] = function
        return function

    return register


@dataclass(frozen=True, slots=True)
class Progress:
    """Moves the bar, outside the work's transaction, and holds on to the lease."""

    job_id: int
    attempt: int

    def __call__(self, done: int, total: int, message: str = "") -> None:
        held = self.rows().update(
            done=done, total=total, message=message, lease_until=Now() + LEASE
        )
        if not held:
            raise LeaseLost

    def rows(self) -> models.QuerySet[Job]:
        return Job.objects.filter(pk=self.job_id, attempts=self.attempt, status=JobStatus.RUNNING)


@transaction.atomic
def request_job(kind: str, key: str, *, payload: dict[str, Any], requested_by: Any = None) -> Job:
    """Ask for a piece of work, or find the asking of another; one that failed may be asked for again."""
    job, is_new = Job.objects.get_or_create(
        kind=kind, key=key, defaults={"payload": payload, "requested_by": requested_by}
    )
    if not is_new:
        job = Job.objects.select_for_update(no_key=True).get(pk=job.pk)
        if job.status == JobStatus.FAILED:
            _start_over(job, requested_by)
    if job.status == JobStatus.QUEUED:
        transaction.on_commit(partial(ring, job.pk), robust=True)
    return job


def _start_over(job: Job, requested_by: Any) -> None:
    job.status, job.attempts, job.done, job.message, job.error = JobStatus.QUEUED, 0, 0, "", ""
    job.finished_at = None
    job.requested_by = requested_by
    job.save()


def perform(job_id: int) -> None:
    """Take the job if it is free, do it and finish it. Safe to call twice, or by two workers at once."""
    job = _claim(job_id)
    if job is None:
        return
    progress = Progress(job.pk, job.attempts)
    try:
        finish = _handlers[job.kind](job, progress)
        _finish(progress, finish)
    except LeaseLost:
        log.warning("job %s was taken over by another worker", job.pk)
    except DomainError as error:
        _give_up(progress, error.message)
    except Exception as error:
        log.exception("job %s failed at attempt %s", job.pk, job.attempts)
        _fail(progress, error)


@transaction.atomic
def _claim(job_id: int) -> Job | None:
    """The attempt is counted before the work: a job that kills its worker is not tried for ever."""
    free = Q(status=JobStatus.QUEUED) | Q(status=JobStatus.RUNNING, lease_until__lt=Now())
    rows = Job.objects.select_for_update(skip_locked=True, no_key=True)
    job = rows.filter(free, pk=job_id, attempts__lt=MAX_ATTEMPTS).first()
    if job is not None:
        job.status, job.attempts = JobStatus.RUNNING, job.attempts + 1
        Job.objects.filter(pk=job.pk).update(
            status=job.status, attempts=job.attempts, done=0, lease_until=Now() + LEASE
        )
    return job


@transaction.atomic
def _finish(progress: Progress, finish: Finish) -> None:
    if progress.rows().select_for_update(no_key=True).first() is None:
        raise LeaseLost
    finish()
    progress.rows().update(
        status=JobStatus.DONE, done=F("total"), lease_until=None, finished_at=Now(), error=""
    )


def _give_up(progress: Progress, sentence: str) -> None:
    """Trying again would not help: the state of things forbids it."""
    progress.rows().update(
        status=JobStatus.FAILED, message=sentence[:200], lease_until=None, finished_at=Now()
    )


def _fail(progress: Progress, error: Exception) -> None:
    is_last = progress.attempt >= MAX_ATTEMPTS
    progress.rows().update(
        status=JobStatus.FAILED if is_last else JobStatus.QUEUED,
        error=f"{told(error)} at {place(error)}",
        lease_until=None,
        finished_at=Now() if is_last else None,
    )


def sweep() -> list[int]:
    """Ring again for what was not heard or was left behind; give up what was tried too often."""
    left_behind = Q(status=JobStatus.RUNNING, lease_until__lt=Now())
    lost = Job.objects.filter(left_behind, attempts__gte=MAX_ATTEMPTS)
    if given_up := lost.update(status=JobStatus.FAILED, lease_until=None, finished_at=Now()):
        log.error("%s jobs were given up after %s attempts", given_up, MAX_ATTEMPTS)
    unheard = Q(status=JobStatus.QUEUED, created_at__lt=Now() - UNHEARD)
    waiting = Job.objects.filter(unheard | left_behind).order_by("created_at", "pk")
    job_ids = list(waiting.values_list("pk", flat=True)[:RINGS_PER_SWEEP])
    for job_id in job_ids:
        ring(job_id)
    return job_ids
