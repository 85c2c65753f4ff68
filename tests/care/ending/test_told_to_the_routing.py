"""How earlier care ended reaches the next proposal."""

from datetime import timedelta

import pytest

from care.ending.selectors import told_by_exit
from care.enums import EndReason
from clients.enums import CaseStatus, CloseReason
from clients.models import Case
from screening.engine import route
from screening.engine.facts import KEYS
from tests.care.factories import ENDED, PlacementFactory
from tests.clients.factories import CaseFactory
from tests.screening.engine.cases import LOW_RESULT


pytestmark = pytest.mark.django_db
DAY = ENDED + timedelta(days=10)


def left(reason=EndReason.GOALS_MET):
    return PlacementFactory(ended=True, end_reason=reason).case


def test_whoever_was_never_in_care_has_no_exit():
    assert told_by_exit(CaseFactory(screening=True), DAY) == {}


def test_nor_has_whoever_is_in_care():
    assert told_by_exit(PlacementFactory(active=True).case, DAY) == {}


def test_days_since_the_exit_are_counted_and_the_provider_is_known():
    assert told_by_exit(left(), DAY) == {
        "previous_provider": True,
        "days_since_exit": 10,
        "unplanned_end": False,
    }


@pytest.mark.parametrize("reason", [EndReason.LOST, EndReason.WITHDREW, EndReason.RULE_BREACH])
def test_an_end_that_nobody_planned_is_told(reason):
    assert told_by_exit(left(reason), DAY)["unplanned_end"] is True


def test_a_new_case_of_the_same_client_knows_it_too():
    before = left()
    Case.objects.filter(pk=before.pk).update(
        status=CaseStatus.CLOSED,
        is_current=False,
        closed_on=DAY,
        close_reason=CloseReason.AFTERCARE_DONE,
    )
    case = CaseFactory(screening=True, client=before.client)

    assert told_by_exit(case, DAY)["days_since_exit"] == 10


def test_the_proposal_warns_of_the_first_days():
    facts = told_by_exit(left(EndReason.LOST), DAY)

    assert set(facts) <= set(KEYS)
    assert {"W_EXIT", "W_PREVIOUS"} <= set(route(LOW_RESULT, facts).codes)
