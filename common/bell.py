"""Ringing for a worker. Nobody waits for the bell, and nothing depends on it: the sweeper rings again."""

import logging
import time

from celery import current_app
from kombu.exceptions import OperationalError


log = logging.getLogger(__name__)

TASK = "common.tasks.run_job"
REST_SECONDS = 30


class Breaker:
    """After one failure nobody tries again for half a minute: a dead queue costs one person one second."""

    def __init__(self) -> None:
        self._rests_until = 0.0

    @property
    def is_open(self) -> bool:
        return time.monotonic() < self._rests_until

    def trip(self) -> None:
        self._rests_until = time.monotonic() + REST_SECONDS

    def reset(self) -> None:
        self._rests_until = 0.0


breaker = Breaker()


def ring(job_id: int) -> bool:
    """Tell the workers of a job; True when the queue took the message."""
    if breaker.is_open:
        return False
    try:
        current_app.send_task(TASK, args=[job_id])
    except (OperationalError, OSError) as error:
        breaker.trip()
        cause = {"cause": type(error).__name__}
        log.warning(
            "the queue did not answer; the sweeper will ring for job %s", job_id, extra=cause
        )
        return False
    return True
