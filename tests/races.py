"""Several people at the same moment, on connections of their own; what came of it, in their order."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

from django.db import connection, transaction

from common.errors import DomainError


DONE = "done"
PATIENCE = 20
WAITING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


def together(*acts: Callable[[], object]) -> list[str]:
    """ "done" or the code of the DomainError; anything else that is raised fails the test."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            connection.ensure_connection()
            start.wait(timeout=PATIENCE)
            return told(act)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def told(act: Callable[[], object]) -> str:
    try:
        act()
    except DomainError as error:
        return error.code if error.message else "without a word"
    return DONE


@contextmanager
def while_waiting(
    first: Callable[[], object], second: Callable[[], object]
) -> Iterator[Future[str]]:
    """`first` is done but not yet committed, and `second` stands behind its locks; then what the block does."""

    def run() -> str:
        try:
            return told(second)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        first()
        answer = pool.submit(run)
        _until_somebody_waits(answer)
        yield answer


def _until_somebody_waits(answer: "Future[str]") -> None:
    until = time.monotonic() + PATIENCE
    while not answer.done():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # a transaction keeps its first look
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return
        assert time.monotonic() < until, "nobody waits for a lock"
        time.sleep(0.01)
