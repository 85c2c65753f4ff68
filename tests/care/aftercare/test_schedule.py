from datetime import date

import pytest

from care.models import schedule


def test_after_care_calls_ten_times_counted_from_the_last_day_of_care():
    plan = schedule.milestones(date(2026, 3, 2))

    assert [(point.code, point.due.isoformat()) for point in plan] == [
        ("W1", "2026-03-09"),
        ("W2", "2026-03-16"),
        ("W4", "2026-03-30"),
        ("M2", "2026-05-02"),
        ("M3", "2026-06-02"),
        ("M6", "2026-09-02"),
        ("M9", "2026-12-02"),
        ("M12", "2027-03-02"),
        ("M18", "2027-09-02"),
        ("M24", "2028-03-02"),
    ]


def test_windows_are_a_week_each_way_to_month_three_and_two_weeks_later():
    plan = {point.code: point for point in schedule.milestones(date(2026, 3, 2))}

    assert (plan["M3"].window_start, plan["M3"].window_end) == (date(2026, 5, 26), date(2026, 6, 9))
    assert (plan["M6"].window_start, plan["M6"].window_end) == (
        date(2026, 8, 19),
        date(2026, 9, 16),
    )


ENDED = date(2026, 3, 2)


@pytest.mark.parametrize("day", [2, 5, 9])
def test_the_first_contact_is_due_on_the_day_agreed_on_in_the_first_week(day):
    agreed = date(2026, 3, day)

    first = schedule.milestones(ENDED, first_on=agreed)[0]

    assert first.due == agreed
    assert (first.window_start, first.window_end) == (ENDED, date(2026, 3, 16))


@pytest.mark.parametrize("agreed", [date(2026, 3, 1), date(2026, 3, 10), date(2026, 9, 1)])
def test_a_day_outside_the_first_week_leaves_the_first_contact_where_it_is(agreed):
    assert schedule.milestones(ENDED, first_on=agreed) == schedule.milestones(ENDED)


def test_a_milestone_is_named_in_words():
    assert [str(schedule.label(code)) for code in ("W4", "M12", "X1")] == [
        "Minggu 4",
        "Bulan 12",
        "Kontak tambahan 1",
    ]
