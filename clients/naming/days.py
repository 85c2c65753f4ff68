"""Which birth dates may be one: a day off, a digit written wrongly or exchanged, or a year that was estimated."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache


ESTIMATED_WITHIN = 2
# Whoever knows no more than the year writes one of these.
OF_AN_ESTIMATE = {(1, 1), (30, 6), (1, 7), (31, 12)}


@lru_cache(maxsize=64)
def near(day: date) -> frozenset[date]:
    """The days that are written nearly as this one, itself among them."""
    written = f"{day:%d%m%Y}"
    if day.year < 1000:  # strftime leaves the zeros out
        return frozenset({day})
    a_day = timedelta(days=1)
    read = map(_read, {written, *_wrong_digit(written), *_exchanged(written)})
    return frozenset({day, day - a_day, day + a_day, *filter(None, read)})


def years_about(day: date) -> tuple[date, date]:
    """Of an estimate: the first and the last day that may be meant."""
    first, last = day.year - ESTIMATED_WITHIN, day.year + ESTIMATED_WITHIN
    return date(max(first, 1), 1, 1), date(min(last, 9999), 12, 31)


def estimates_about(day: date) -> set[date]:
    """The days that somebody may have written who knew nearly the year."""
    first, last = years_about(day)
    years = range(first.year, last.year + 1)
    return {date(year, month, of) for year in years for of, month in OF_AN_ESTIMATE}


def looks_estimated(day: date) -> bool:
    return (day.day, day.month) in OF_AN_ESTIMATE


def are_near(one: date, other: date, *, estimated: bool) -> bool:
    """`estimated`: that either of them is known to be."""
    if estimated or looks_estimated(one) or looks_estimated(other):
        return abs(one.year - other.year) <= ESTIMATED_WITHIN or other in near(one)
    return other in near(one)


def _wrong_digit(written: str) -> Iterator[str]:
    """The century is seldom mistaken."""
    for place in (0, 1, 2, 3, 6, 7):
        for digit in "0123456789":
            yield written[:place] + digit + written[place + 1 :]


def _exchanged(written: str) -> Iterator[str]:
    """Two digits beside each other, or day and month."""
    for place in (0, 2, 6):
        yield (written[:place] + written[place + 1] + written[place] + written[place + 2 :])
    yield written[2:4] + written[:2] + written[4:]


def _read(written: str) -> date | None:
    try:
        return date(int(written[4:]), int(written[2:4]), int(written[:2]))
    except ValueError:
        return None
