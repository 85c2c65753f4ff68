"""What the routing is told of safety: open dangers, results, what leaders settled, and the newest look at the home."""

import pytest

from clients.models import Case
from safety.enums import Danger, Source
from safety.facts import Look
from safety.services.homes import judge_home
from screening.services.facts import facts_for
from tests import people
from tests.clients.factories import CaseFactory
from tests.safety.factories import AT, raised, referred


pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return CaseFactory(screening=True)


def facts(case, **told):
    row = Case.objects.select_related("client").get(pk=case.pk)
    return facts_for(row, told, people.ani(), AT.date())


@pytest.mark.parametrize("what", [Danger.VIOLENCE, Danger.CHILD])
def test_a_danger_that_somebody_raised_is_a_sign_whatever_was_answered(case, what):
    raised(case, what)

    assert facts(case, red_flags={what.value: False})["red_flags"][what] is True


def test_a_sign_that_waits_for_a_clinician_is_raised(case):
    referred(case, "overdose")

    assert facts(case)["red_flags"]["overdose"] is True


def test_an_unsafe_home_is_unsafe_whatever_was_answered(case):
    raised(case, Danger.HOME)

    assert facts(case, home_safe=True)["home_safe"] is False


@pytest.mark.parametrize("answered", [True, False, None])
def test_the_newest_look_stands_before_the_answer_of_an_interview(case, answered):
    look = Look(False, Source.VISIT, AT.date())
    judge_home(case=case, look=look, actor=people.ani(), at=AT)

    assert facts(case, home_safe=answered)["home_safe"] is False


def test_where_nobody_looked_the_answer_stands(case):
    assert facts(case, home_safe=True)["home_safe"] is True
