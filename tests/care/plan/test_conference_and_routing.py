"""What a case conference agrees to reaches the next proposal."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from clients.models import Case
from screening.assessment.services.signing import sign_assessment
from screening.services.facts import facts_of_register
from tests import people
from tests.care.matching_factories import assessed
from tests.care.plan_factories import CaseConferenceFactory
from tests.screening.assessment_factories import SIGNED_AT, submitted
from tests.screening.factories import AT, finished
from tests.screening.review_factories import in_care, rescreened


pytestmark = pytest.mark.django_db
TODAY = localdate(AT)


def conference(case, *, agrees, days_ago=1):
    return CaseConferenceFactory(
        case=case, agrees_to_lighter_care=agrees, held_at=AT - timedelta(days=days_ago)
    )


def told(case):
    return facts_of_register(case, people.ani(), TODAY).get("case_conference_agreed")


def test_nobody_has_met_is_not_a_no():
    assert told(in_care()) is None


@pytest.mark.parametrize("agrees", [True, False])
def test_what_was_agreed_is_a_fact_of_the_routing(agrees):
    case = in_care()
    conference(case, agrees=agrees)

    assert told(case) is agrees


def test_the_newest_conference_counts():
    case = in_care()
    conference(case, agrees=True, days_ago=20)
    conference(case, agrees=False, days_ago=2)

    assert told(case) is False


def test_what_was_said_long_ago_counts_no_more():
    case = in_care()
    conference(case, agrees=True, days_ago=101)

    assert told(case) is None


def test_a_signed_assessment_is_routed_with_it():
    assessment = submitted()
    conference(assessment.case, agrees=True)

    signed = sign_assessment(assessment=assessment, actor=people.budi(), at=SIGNED_AT)

    assert signed.facts["case_conference_agreed"] is True


def test_a_rescreening_is_lowered_when_everybody_agreed():
    before, after = (in_care("moderate", "institution") for _n in range(2))
    for case in (before, after):
        assessed(case, stage_of_change="action", assessed=True)
    conference(after, agrees=True)

    working = {"works_or_studies": True}
    found = [
        rescreened(Case.objects.get(pk=case.pk), "moderate", facts=working)
        for case in (before, after)
    ]

    assert [screening.risk for screening in found] == ["moderate", "low"]


@pytest.mark.parametrize("agrees", [True, False])
def test_the_page_of_a_decision_says_that_the_conference_agreed(client, agrees):
    case = finished().case
    CaseConferenceFactory(case=case, agrees_to_lighter_care=agrees, held_at=timezone.now())
    client.force_login(people.ani())

    page = client.get(reverse("screening:decide", args=[case.pk])).content.decode()

    assert ("Konferensi kasus menyetujui" in page) is agrees
