from datetime import date

import pytest

from screening.cadence import full_assessments_on, next_screening_on


START = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("risk", "first", "then"),
    [
        ("low", date(2026, 3, 31), date(2026, 3, 31)),
        ("moderate", date(2026, 3, 15), date(2026, 3, 31)),
        ("high", date(2026, 3, 8), date(2026, 3, 15)),
    ],
)
def test_the_class_says_how_soon(risk, first, then):
    assert next_screening_on(risk, START, is_first=True) == first
    assert next_screening_on(risk, START, is_first=False) == then


def test_full_assessments_come_after_one_and_three_months():
    assert full_assessments_on(START) == {1: date(2026, 3, 31), 3: date(2026, 5, 30)}
