"""How a day is told, and days counted by the calendar."""

import datetime as dt

from dateutil.relativedelta import relativedelta
from django.utils.formats import date_format


def day(value: dt.date | None) -> str:
    """21 Nov 2026."""
    return date_format(value, "j M Y") if value else ""


def months_after(value: dt.date, months: int) -> dt.date:
    """The same day so many months later (earlier where negative); the month's last where it has no such day."""
    then: dt.date = value + relativedelta(months=months)
    return then


def years_before(value: dt.date, years: int) -> dt.date:
    """The same day so many years earlier; 29 February becomes the 28th."""
    then: dt.date = value - relativedelta(years=years)
    return then
