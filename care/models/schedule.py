"""When a person is called on after care has ended (domain facts, section 5). Dates in, dates out."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.dates import months_after


WEEKS = (1, 2, 4)
MONTHS = (2, 3, 6, 9, 12, 18, 24)
NEAR_WINDOW = timedelta(days=7)  # up to month 3
FAR_WINDOW = timedelta(days=14)
NEAR_MONTHS = 3
EARLIEST_BEFORE_WINDOW = timedelta(days=30)
EXTRA_AFTER = timedelta(
    days=3
)  # the extra contact within 72 hours, after a relapse or an end in danger

PRISON_FIRST = timedelta(days=30)
PRISON_EVERY = timedelta(days=90)

LABELS = {
    "W": _("Minggu {number}"),
    "M": _("Bulan {number}"),
    "X": _("Kontak tambahan {number}"),
    "P": _("Kontak selama pidana {number}"),
    "R": _("Hari bebas {number}"),
}

TRIES = 3
CHANNELS = 2


class Milestone(NamedTuple):
    code: str
    due: date
    window_start: date
    window_end: date


def milestones(ended_on: date) -> list[Milestone]:
    """The ten points of after-care, counted from the day on which care ended."""
    weeks = [_milestone(f"W{n}", ended_on + timedelta(weeks=n), NEAR_WINDOW) for n in WEEKS]
    months = [
        _milestone(
            f"M{n}", months_after(ended_on, n), NEAR_WINDOW if n <= NEAR_MONTHS else FAR_WINDOW
        )
        for n in MONTHS
    ]
    return weeks + months


def extra_contact(number: int, on: date, within: timedelta = EXTRA_AFTER) -> Milestone:
    """One more contact soon, outside the plan: after a relapse the next point may be months away."""
    return Milestone(f"X{number}", on + within, on, on + within)


def prison_contact(number: int, due: date) -> Milestone:
    """News of somebody who serves a sentence, through the prison or the probation officer."""
    return _milestone(f"P{number}", due, FAR_WINDOW)


def release_day(number: int, on: date) -> Milestone:
    """The day somebody comes out: tolerance has fallen, so they are called on it or within 72 hours."""
    return Milestone(f"R{number}", on, on, on + EXTRA_AFTER)


def label(code: str) -> str | Promise:
    """ "W1" -> "Minggu 1", told in the language of whoever reads it."""
    return format_lazy(LABELS[code[0]], number=code[1:])


def tried_enough(tries: Iterable[tuple[date, str]]) -> bool:
    """Three tries without an answer, on different days and by at least two channels."""
    days, channels = set(), set()
    for day, channel in tries:
        days.add(day)
        channels.add(channel)
    return len(days) >= TRIES and len(channels) >= CHANNELS


def _milestone(code: str, due: date, window: timedelta) -> Milestone:
    return Milestone(code, due, due - window, due + window)
