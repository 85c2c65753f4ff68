"""How a day is told, and days counted by the calendar."""

from datetime import date

import pytest
from django.utils.translation import override

from common.dates import day, months_after, years_before


def test_a_day_is_told_in_the_language_of_whoever_reads():
    with override("id"):
        indonesian = day(date(2026, 8, 2))
    with override("en"):
        english = day(date(2026, 8, 2))

    assert (indonesian, english) == ("2 Agu 2026", "2 Aug 2026")


def test_no_day_is_told_as_nothing():
    assert day(None) == ""


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2026, 8, 31), 3, date(2026, 11, 30)),
        (date(2026, 10, 31), 2, date(2026, 12, 31)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_are_calendar_months_and_end_on_the_last_day_when_they_must(day, months, then):
    assert months_after(day, months) == then


@pytest.mark.parametrize(
    ("born", "then"),
    [
        (date(2024, 2, 29), date(2006, 2, 28)),
        (date(2024, 3, 1), date(2006, 3, 1)),
    ],
)
def test_a_leap_day_is_the_twenty_eighth_in_other_years(born, then):
    assert years_before(born, 18) == then
