"""How after-care begins, by the reason why care has ended."""

import datetime as dt

import pytest

from care.aftercare.services.following_up import Contact, record_contact
from care.enums import Channel, ContactOutcome, EndReason
from care.models import FollowUp, Imprisonment
from care.placement.services.stays import Ending
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from screening.models import Screening
from tests import people
from tests.care.ending.gate import end_through_gate
from tests.care.factories import PlacementFactory
from tests.screening.engine.sheets import STOPPED, sheet
from tests.screening.factories import finished


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
AT = dt.datetime(2026, 7, 2, 2, tzinfo=dt.UTC)
ENDED = AT.date()


def ended(reason, *, opioids=False):
    placement = PlacementFactory(active=True)
    if opioids:
        row = finished()
        row.case, row.answers = placement.case, sheet(opioids=STOPPED)
        row.save()
    ending = Ending(ENDED, reason, "Pergi tanpa kabar.")
    end_through_gate(placement=placement, ending=ending, actor=people.ani(), at=AT)
    return Case.objects.get(pk=placement.case_id)


def points(case) -> dict[str, dt.date]:
    return dict(case.follow_ups.planned().values_list("milestone", "due_on"))


def call(case, milestone, outcome, on):
    row = case.follow_ups.get(milestone=milestone)
    told = Contact(on, Channel.PHONE, outcome, "Kabar dari ibunya.")
    at = dt.datetime.combine(on, dt.time(3), dt.UTC)
    return record_contact(follow_up=row, contact=told, actor=people.ani(), at=at)


def test_a_planned_end_is_followed_by_the_ten_calls():
    assert len(points(ended(EndReason.GOALS_MET, opioids=True))) == 10


@pytest.mark.parametrize("reason", [EndReason.WITHDREW, EndReason.RULE_BREACH])
def test_whoever_used_opioids_and_left_unplanned_is_called_within_seventy_two_hours(reason):
    case = ended(reason, opioids=True)

    assert points(case)["X1"] == ENDED + 3 * DAY
    assert len(points(case)) == 11
    assert (case.next_step, case.next_due_on) == (NextStep.FOLLOW_UP, ENDED + 3 * DAY)


def test_without_opioids_the_first_week_is_soon_enough():
    assert "X1" not in points(ended(EndReason.WITHDREW))


def test_nobody_plans_ten_calls_to_whoever_is_lost():
    case = ended(EndReason.LOST)

    assert points(case) == {"X1": ENDED + 7 * DAY, "M3": dt.date(2026, 10, 2)}


def test_news_of_whoever_used_opioids_is_asked_for_within_seventy_two_hours():
    assert points(ended(EndReason.LOST, opioids=True))["X1"] == ENDED + 3 * DAY


def test_whoever_is_found_gets_a_schedule_from_that_day():
    case = ended(EndReason.LOST)

    call(case, "X1", ContactOutcome.WELL, ENDED + 5 * DAY)

    assert points(case)["W1"] == ENDED + 12 * DAY
    assert len(points(case)) == 10


def test_in_prison_news_is_asked_of_the_prison():
    case = ended(EndReason.PRISON)

    assert points(case) == {"P1": ENDED + 30 * DAY}
    assert case.status == CaseStatus.AFTERCARE
    assert Imprisonment.objects.get().began_on == ENDED


def test_in_prison_too_the_first_days_without_opioids_are_watched():
    assert points(ended(EndReason.PRISON, opioids=True)) == {"P1": ENDED + 3 * DAY}


def test_a_death_is_followed_by_nobody():
    case = ended(EndReason.DIED)

    assert case.status == CaseStatus.CLOSED
    assert not FollowUp.objects.exists()
    assert not Screening.objects.drafts().exists()
