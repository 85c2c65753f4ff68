"""Review row A-5: how long and by which ways somebody is looked for."""

from datetime import date, timedelta

import pytest

from care.aftercare.ladder import Ladder, Try
from care.enums import Channel


HEARD = date(2026, 3, 2)
DAY = timedelta(days=1)


def ladder(*tries, core_missed=0):
    return Ladder(HEARD, tuple(Try(HEARD + n * DAY, channel) for n, channel in tries), core_missed)


ENOUGH = ((7, Channel.PHONE), (14, Channel.WHATSAPP), (21, Channel.VISIT))


def test_three_days_over_two_weeks_by_three_channels_are_enough():
    assert ladder(*ENOUGH).missing == []
    assert ladder(*ENOUGH).not_found_since == HEARD + 21 * DAY


@pytest.mark.parametrize(
    ("tries", "words"),
    [
        ((), "Kurang 3 upaya"),
        (((7, Channel.PHONE), (8, Channel.WHATSAPP), (9, Channel.VISIT)), "Belum mencakup 14 hari"),
        (((7, Channel.PHONE), (14, Channel.PHONE), (21, Channel.VISIT)), "Kurang 1 cara"),
        (
            ((7, Channel.PHONE), (14, Channel.WHATSAPP), (21, Channel.FAMILY)),
            "Belum ada kunjungan rumah",
        ),
        (((7, Channel.PHONE), (7, Channel.WHATSAPP), (21, Channel.VISIT)), "Kurang 1 upaya"),
    ],
)
def test_what_is_missing_is_said(tries, words):
    one = ladder(*tries)

    assert words in " ".join(one.missing)
    assert one.not_found_since is None


def test_the_day_from_which_two_weeks_are_covered_is_named():
    said = " ".join(ladder((7, Channel.PHONE), (8, Channel.VISIT)).missing)

    assert "23 Mar 2026" in said


def test_a_volunteer_counts_like_a_visit():
    tries = ((7, Channel.PHONE), (14, Channel.WHATSAPP), (21, Channel.CADRE))

    assert ladder(*tries).missing == []


def test_nobody_is_lost_before_ninety_days_with_one_core_point_missed():
    said = ladder(*ENOUGH, core_missed=1).missing_for_lost(HEARD + 89 * DAY)

    assert "31 Mei 2026" in " ".join(said)


@pytest.mark.parametrize(("days", "core_missed"), [(90, 0), (40, 2)])
def test_after_ninety_days_or_two_core_points_somebody_may_be_lost(days, core_missed):
    assert ladder(*ENOUGH, core_missed=core_missed).missing_for_lost(HEARD + days * DAY) == []


def test_time_alone_makes_nobody_lost_who_was_not_looked_for():
    assert ladder((7, Channel.PHONE)).missing_for_lost(HEARD + 200 * DAY)
