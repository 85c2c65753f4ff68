"""Every request reaches a final state, whatever people do or leave undone for a year."""

import datetime as dt

import pytest

from care.enums import CareTask, PlacementStatus, WaitingStatus
from care.models import Placement, WaitingEntry
from care.placement.selectors.places import occupancy
from clients.deadlines import (
    AFTER_ESCALATION_DAYS,
    AFTER_START_REMINDER_DAYS,
    BY_RISK,
    START_SERVICE_DAYS,
)
from clients.enums import NextStep, TaskStatus
from clients.models import CaseTask
from tests.care.year import Year


# A request that nobody answers in time but in the last moment, and whose place nobody comes to.
LONGEST = (
    max(BY_RISK[NextStep.AWAIT_ANSWER].values())
    + max(AFTER_ESCALATION_DAYS.values())
    + START_SERVICE_DAYS
    + AFTER_START_REMINDER_DAYS
    + 4  # each day counts in full
)
ABOUT_A_REQUEST = (CareTask.ESCALATION, CareTask.START_CARE)


@pytest.fixture
def year(db):
    year = Year(seed=1)
    year.live(365)
    return year


def test_every_request_reaches_a_final_state(year):
    waits = (PlacementStatus.REQUESTED, PlacementStatus.ACCEPTED)
    told = {"escalate_request", "lapse_request", "remind_of_start", "release_place"}
    assert all(year.done[name] for name in (*told, "offer_place", "pass_offer_on"))

    year.live(LONGEST, act=False)

    assert not Placement.objects.filter(status__in=waits).exists()
    for place in year.answers:
        lives = Placement.objects.filter(status=PlacementStatus.ACTIVE, institution=place)
        assert occupancy(place).taken == lives.count()
    assert not CaseTask.objects.filter(kind__in=ABOUT_A_REQUEST, status=TaskStatus.OPEN).exists()
    swept_last = year.today - dt.timedelta(days=1)
    stale = WaitingEntry.objects.filter(status=WaitingStatus.OFFERED, offer_ends_on__lt=swept_last)
    assert not stale.exists()
