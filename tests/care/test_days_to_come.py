"""A day that is promised can be kept by somebody: a slip of the year is found before it is saved."""

import datetime as dt

import pytest

from care.aftercare.services.planning import plan_aftercare
from care.plan.facts import Staying
from care.plan.services.conferring import add_decision
from common.errors import DomainError
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.moves import TODAY, by
from tests.care.plan_factories import CaseConferenceFactory


pytestmark = pytest.mark.django_db
LAST = TODAY.replace(year=TODAY.year + 5)
TOO_FAR = (LAST + dt.timedelta(days=1), dt.date.max)


def decide(due_on):
    conference = CaseConferenceFactory()
    return add_decision(
        conference=conference, words="Hubungi sekolah.", due_on=due_on, owner=None, **by()
    )


def plan_contact(on):
    case = PlacementFactory(active=True).case
    staying = Staying(people.ani(), on, "Sulit tidur.", "Ibu")
    return plan_aftercare(case=case, staying=staying, **by())


@pytest.mark.parametrize("day", TOO_FAR)
@pytest.mark.parametrize(("act", "field"), [(decide, "due_on"), (plan_contact, "first_contact_on")])
def test_a_day_more_than_five_years_away_is_refused(act, field, day):
    with pytest.raises(DomainError) as refused:
        act(day)

    assert (refused.value.code, refused.value.field) == ("too_late", field)


@pytest.mark.parametrize("act", [decide, plan_contact])
def test_the_same_day_in_five_years_is_the_last(act):
    assert act(LAST).pk
