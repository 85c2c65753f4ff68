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


MONDAY, TUESDAY, WEDNESDAY = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4)


@pytest.mark.parametrize(
    ("tries", "enough"),
    [
        ([(MONDAY, "phone"), (TUESDAY, "phone"), (WEDNESDAY, "visit")], True),
        ([(MONDAY, "phone"), (TUESDAY, "phone"), (WEDNESDAY, "phone")], False),
        ([(MONDAY, "phone"), (MONDAY, "visit"), (MONDAY, "cadre")], False),
        ([(MONDAY, "phone"), (TUESDAY, "visit")], False),
        ([], False),
    ],
)
def test_it_takes_three_days_and_two_channels_to_call_somebody_not_reached(tries, enough):
    assert schedule.tried_enough(tries) is enough


def test_a_milestone_is_named_in_words():
    assert [str(schedule.label(code)) for code in ("W4", "M12", "X1")] == [
        "Minggu 4",
        "Bulan 12",
        "Kontak tambahan 1",
    ]
