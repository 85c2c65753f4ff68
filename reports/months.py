"""A month is written as its first day."""

from calendar import monthrange
from datetime import date, timedelta

from django.utils.formats import date_format


ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FIRST_MONTH = date(2020, 1, 1)


def month_of(day: date) -> date:
    return day.replace(day=1)


def last_day(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def month_before(month: date) -> date:
    return month_of(month - timedelta(days=1))


def months_until(month: date, count: int) -> list[date]:
    """`count` months, oldest first, the last of them `month`."""
    months = [month]
    while len(months) < count:
        months.append(month_before(months[-1]))
    return months[::-1]


def years_before(day: date, years: int) -> date:
    """The same day `years` earlier; 29 February becomes the 28th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - years, day=28 if is_leap_day else day.day)


def month_name(month: date) -> str:
    """Oktober 2026."""
    return date_format(month, "F Y")


def short_name(month: date) -> str:
    """Okt 26."""
    return date_format(month, "M y")


def number_of(running: int, month: date) -> str:
    """014/LB/ATENSI-KPN/X/2026: the running number within the year of the month reported on."""
    return f"{running:03d}/LB/ATENSI-KPN/{ROMAN[month.month - 1]}/{month.year}"
