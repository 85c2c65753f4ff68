"""Figures of the nation, counted every so often so that no page has to: each says when it was counted.

An app registers what it counts; the clock of the queue counts all of them again (docs/decisions/0025-the-nations-figures.md).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils.timezone import localdate

from common.models import Summary
from common.registry import Registry
from common.scope import MACHINERY, acting, nation


LONGEST = timedelta(seconds=60)
Count = Callable[[date], Any]
COUNTS: Registry[str, Count] = Registry("figures of the nation")


@dataclass(frozen=True, slots=True)
class Counted:
    figures: Any
    at: datetime
    is_old: bool


def register_summary(name: str, count: Count) -> None:
    """`count` answers in JSON, of a day, with the nation in sight."""
    COUNTS.add(name, count)


def counted(name: str, now: datetime) -> Counted:
    """The figures as they were last counted; where they never were, they are counted now."""
    row = Summary.objects.filter(name=name).first()
    if row is None:
        with acting(nation()):
            return Counted(COUNTS[name](localdate(now)), now, is_old=False)
    return Counted(row.figures, row.counted_at, is_old=now - row.counted_at > LONGEST)


def count_all(now: datetime) -> None:
    """Each in a transaction of its own, by one at a time: who comes second leaves it to the first."""
    for name in COUNTS:
        with transaction.atomic():
            if _is_my_turn(name):
                _count(name, now)


def _count(name: str, now: datetime) -> None:
    with acting(nation()):
        figures = COUNTS[name](localdate(now))
    with acting(MACHINERY):
        Summary.objects.update_or_create(
            name=name, defaults={"figures": figures, "counted_at": now}
        )


def _is_my_turn(name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext(%s))", [f"summary {name}"])
        return bool(cursor.fetchone()[0])
