"""A month is written as its first day."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.utils.formats import date_format

from common.dates import months_after


ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FIRST_MONTH = date(2020, 1, 1)


def month_of(day: date) -> date:
    return day.replace(day=1)


def last_day(month: date) -> date:
    last: date = month + relativedelta(day=31)
    return last


def month_before(month: date) -> date:
    return months_after(month, -1)


def months_until(month: date, count: int) -> list[date]:
    """`count` months, oldest first, the last of them `month`."""
    return [months_after(month, -back) for back in reversed(range(count))]


def month_name(month: date) -> str:
    """Oktober 2026."""
    return date_format(month, "F Y")


def short_name(month: date) -> str:
    """Okt 26."""
    return date_format(month, "M y")


def number_of(running: int, month: date) -> str:
    """014/LB/ATENSI-KPN/X/2026: the running number within the year of the month reported on."""
    return f"{running:03d}/LB/ATENSI-KPN/{ROMAN[month.month - 1]}/{month.year}"


def quarters_before(day: date, count: int = 8) -> list[str]:
    """The quarters that are over, the newest first: "2026-3"."""
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    starts = [months_after(first, -3 * back) for back in range(1, count + 1)]
    return [f"{start.year}-{start.month // 3 + 1}" for start in starts]


def days_of_quarter(quarter: str) -> tuple[date, date]:
    year, _dash, number = quarter.partition("-")
    first = date(int(year), 3 * int(number) - 2, 1)
    return first, last_day(months_after(first, 2))
