"""A result that is overdue is told to the leaders every hour of the working day, and never twice in an hour."""

import datetime as dt

import pytest

from clients.models import Wait
from common.scope import MACHINERY, acting
from partners.models import Institution
from safety.enums import SafetyEvent
from safety.models import MedicalReferral
from safety.services.escalating import sweep_overdue
from tests import people
from tests.clients.factories import CaseFactory
from tests.races import DONE, together
from tests.safety.factories import AT, heard, referred


pytestmark = pytest.mark.django_db
NEXT_MORNING = AT.replace(hour=9, minute=0) + dt.timedelta(
    days=1
)  # a Wednesday, past the 8 hours of an overdose


def swept(at=NEXT_MORNING):
    with acting(MACHINERY):
        return sweep_overdue(at=at)


def told():
    return MedicalReferral.objects.get().case.events.filter(kind=SafetyEvent.OVERDUE).count()


def for_leaders():
    day = NEXT_MORNING.date()
    rows = Wait.objects.visible_to(people.budi()).for_user(people.budi(), day)
    return rows.filter(kind="referral_late")


def test_an_overdue_result_is_told_to_the_leaders_and_comes_first():
    referred()

    assert swept() == 1
    assert told() == 1
    assert for_leaders().get().urgency == 0


def test_it_is_told_once_an_hour_however_often_the_clock_asks():
    referred()

    for minutes in (0, 20, 59):
        swept(NEXT_MORNING + dt.timedelta(minutes=minutes))
    assert told() == 1

    swept(NEXT_MORNING + dt.timedelta(hours=1))
    assert told() == 2


def test_what_is_not_due_yet_is_told_to_nobody():
    referred(None, "tuberculosis")

    assert swept() == 0


def test_with_the_result_nobody_is_told_any_more():
    heard(referred())

    assert swept() == 0
    assert not for_leaders().exists()


def test_of_a_closed_case_nobody_is_told():
    case = referred().case
    type(case).objects.filter(pk=case.pk).update(
        status="closed", closed_on=AT.date(), close_reason="moved", next_step="", next_due_on=None
    )

    assert swept() == 0


@pytest.mark.parametrize("hour", [7, 16, 22])
def test_nobody_is_told_when_nobody_is_there(hour):
    referred()

    assert swept(NEXT_MORNING.replace(hour=hour)) == 0


def test_the_hours_are_those_that_the_institution_keeps_itself():
    referred()
    Institution.objects.update(opens_at=dt.time(7), closes_at=dt.time(9))

    assert swept(NEXT_MORNING.replace(hour=9)) == 0
    assert swept(NEXT_MORNING.replace(hour=8)) == 1


@pytest.mark.django_db(transaction=True)
def test_two_clocks_at_once_tell_once():
    referred(CaseFactory(screening=True))

    assert together(swept, swept) == [DONE, DONE]
    assert told() == 1
