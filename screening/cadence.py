"""When a person in care is screened again, and assessed in full. Product rules (domain facts, section 4)."""

from datetime import date, timedelta

from clients.enums import Risk


# By class: days until the first re-screening, and between those that follow.
FIRST_DAYS: dict[str, int] = {Risk.LOW: 30, Risk.MODERATE: 14, Risk.HIGH: 7}
NEXT_DAYS: dict[str, int] = {Risk.LOW: 30, Risk.MODERATE: 30, Risk.HIGH: 14}
FULL_MONTHS = (1, 3)  # and at the exit, which the gate before the end of care asks for
LENGTH_OF_MONTH = 30


def next_screening_on(risk: str, last: date, *, is_first: bool) -> date:
    """Counted from the start of care for the first, from the last re-screening after that."""
    days = FIRST_DAYS if is_first else NEXT_DAYS
    return last + timedelta(days=days[risk])


def full_assessments_on(started: date) -> dict[int, date]:
    """Month of care and the day by which the full assessment is repeated."""
    return {month: started + timedelta(days=month * LENGTH_OF_MONTH) for month in FULL_MONTHS}
