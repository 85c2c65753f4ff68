"""When a person is called on after care has ended (domain facts, section 5). Dates in, dates out."""

from datetime import date, timedelta
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.dates import months_after


WEEKS = (1, 2, 4)
MONTHS = (2, 3, 6, 9, 12, 18, 24)
FIRST_WEEK = timedelta(weeks=WEEKS[0])
NEAR_WINDOW = timedelta(days=7)  # up to month 3
FAR_WINDOW = timedelta(days=14)
NEAR_MONTHS = 3
WEEK_SLACK = timedelta(days=3)
# Within 72 hours: after a relapse, or an end in danger.
EXTRA_AFTER = timedelta(days=3)

PRISON_FIRST = timedelta(days=30)
PRISON_EVERY = timedelta(days=90)

LABELS = {
    "W": _("Minggu {number}"),
    "M": _("Bulan {number}"),
    "X": _("Kontak tambahan {number}"),
    "P": _("Kontak selama pidana {number}"),
    "R": _("Hari bebas {number}"),
}

CODES = (*(f"W{n}" for n in WEEKS), *(f"M{n}" for n in MONTHS))
# Where outcomes are asked of everybody (domain facts, section 5): months 1, 3, 6 and 12.
CORE = ("W4", "M3", "M6", "M12")


class Milestone(NamedTuple):
    code: str
    due: date
    window_start: date
    window_end: date


def milestones(ended_on: date, *, first_on: date | None = None) -> list[Milestone]:
    """The ten points of after-care, counted from the day on which care ended.

    `first_on` is the day agreed on for the first contact: it holds if it lies in the first week.
    """
    points = _points(ended_on)
    if first_on is None or not is_first_week(first_on, ended_on):
        return points
    return [points[0]._replace(due=first_on), *points[1:]]


def is_first_week(day: date, ended_on: date) -> bool:
    return ended_on <= day <= ended_on + FIRST_WEEK


def slack(code: str) -> timedelta | None:
    """How far outside its window a contact still stands for this point; None: as long as it takes.

    A week's windows overlap, so there is little; a month's has as much again on either side.
    """
    if code[0] == "W":
        return WEEK_SLACK
    if code[0] == "M":
        return _window(int(code[1:]))
    return None


def _points(ended_on: date) -> list[Milestone]:
    weeks = [_milestone(f"W{n}", ended_on + timedelta(weeks=n), NEAR_WINDOW) for n in WEEKS]
    months = [_milestone(f"M{n}", months_after(ended_on, n), _window(n)) for n in MONTHS]
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


def unplanned(number: int, on: date) -> Milestone:
    """A contact between two points, or with somebody who was lost."""
    return Milestone(f"X{number}", on, on, on)


def label(code: str) -> str | Promise:
    """ "W1" -> "Minggu 1", told in the language of whoever reads it."""
    return format_lazy(LABELS[code[0]], number=code[1:])


def _window(month: int) -> timedelta:
    return NEAR_WINDOW if month <= NEAR_MONTHS else FAR_WINDOW


def _milestone(code: str, due: date, window: timedelta) -> Milestone:
    return Milestone(code, due, due - window, due + window)
