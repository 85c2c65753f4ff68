"""Figures of the nation, counted every so often so that no page has to: each says when it was counted.

An app registers what it counts; the clock of the queue counts all of them again (docs/decisions/0029-the-nations-figures.md).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

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
    for name, count in COUNTS.items():
        with acting(nation()):
            figures = count(localdate(now))
        with acting(MACHINERY):
            Summary.objects.update_or_create(
                name=name, defaults={"figures": figures, "counted_at": now}
            )
