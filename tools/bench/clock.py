"""The clock of the queue, as far as it costs a page: the figures of the nation are counted while the bench measures."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection
from django.utils import timezone

from common import summary


@contextmanager
def running() -> Iterator[None]:
    """Counted before the block begins, and then as often as the site does."""
    over = threading.Event()
    summary.count_all(timezone.now())
    clock = threading.Thread(target=_tick, args=(over,), daemon=True)
    clock.start()
    try:
        yield
    finally:
        over.set()
        clock.join()


def _tick(over: threading.Event) -> None:
    every = settings.CELERY_BEAT_SCHEDULE["count-the-nation"]["schedule"]
    while not over.wait(every):
        summary.count_all(timezone.now())
    connection.close()
