"""The interview reads the legal register, asks what is not there, and stops where the two contradict each other."""

import datetime as dt

import pytest

from clients.enums import LegalStatus
from common.errors import DomainError
from screening.interview.drafts import Draft
from screening.interview.facts import asks_of_situation, told_by_register
from screening.services.endings import finish_screening
from tests import people
from tests.law.factories import OrderFactory
from tests.screening.factories import ScreeningFactory


pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 6, 2, 3, tzinfo=dt.UTC)
LAW = ("court_order", "order_by", "order_months")


def interview(legal_status, **facts):
    screening = ScreeningFactory(answered=True, case__legal_status=legal_status)
    screening.facts = {**screening.facts, **facts}
    screening.save()
    return screening


def asked(screening):
    names = [ask.path[-1] for ask in asks_of_situation(Draft.of(screening))]
    return [name for name in names if name in LAW]


def finish(screening):
    return finish_screening(screening=screening, actor=people.ani(), at=AT)


def refusal(screening):
    with pytest.raises(DomainError) as refused:
        finish(screening)
    assert refused.value.code == "law_contradicts"
    return refused.value.message


def test_what_the_register_knows_is_not_asked():
    screening = interview(LegalStatus.COURT_ORDER)
    OrderFactory(case=screening.case)

    assert asked(screening) == []


def test_the_page_says_what_the_register_knows_in_place_of_asking():
    screening = interview(LegalStatus.COURT_ORDER)
    OrderFactory(case=screening.case)

    assert "Balai/Sentra" in told_by_register(Draft.of(screening))
    assert told_by_register(Draft.of(interview(LegalStatus.POLICE))) == ""


def test_what_the_order_leaves_open_is_asked():
    screening = interview(LegalStatus.COURT_ORDER)
    OrderFactory(case=screening.case, months=None, ends_on=None)

    assert asked(screening) == ["order_months"]


def test_without_an_order_in_the_register_the_interview_asks_for_it():
    assert asked(interview(LegalStatus.POLICE)) == ["court_order"]


def test_the_order_of_the_register_decides_the_base():
    screening = interview(LegalStatus.COURT_ORDER)
    OrderFactory(case=screening.case, ordered_base="institution")

    assert finish(screening).proposed_base == "institution"


def test_a_verdict_without_its_order_stops():
    assert "suratnya belum dicatat" in refusal(interview(LegalStatus.COURT_ORDER))


def test_an_order_that_names_no_place_stops_nobody():
    screening = interview(LegalStatus.COURT_ORDER)
    OrderFactory(case=screening.case, ordered_base="")

    demanded = Draft.of(screening).ordered

    assert demanded == {"no_place_ordered": True}


def test_an_order_without_proceedings_stops():
    screening = interview(LegalStatus.NONE, court_order="balai", order_by="tat", order_months=6)

    assert "tidak ada perkara" in refusal(screening)


def test_two_orders_that_differ_stop():
    screening = interview(
        LegalStatus.COURT_ORDER, court_order="balai", order_by="judge", order_months=6
    )
    OrderFactory(case=screening.case, ordered_base="institution")

    assert "register hukum mencatat yang lain" in refusal(screening)


def test_an_answer_that_agrees_with_the_register_stops_nobody():
    screening = interview(
        LegalStatus.COURT_ORDER, court_order="balai", order_by=None, order_months=6
    )
    OrderFactory(case=screening.case, ordered_base="balai")

    assert finish(screening).proposed_base == "balai"
