"""Item 17 of SRQ-20: shown at once, and never lost by going on."""

import pytest
from django.urls import reverse

from safety.models import MedicalReferral
from safety.services.referring import record_result
from tests import people
from tests.safety.factories import found
from tests.screening.assessment_factories import LATER, begun, saved, section_of, whole


pytestmark = pytest.mark.django_db

SIGN = "Tanda bahaya"
NUMBER = "119 ext. 8"


def address(name, row, *more):
    return reverse(f"screening:assessment{name}", args=[row.pk, *more])


@pytest.fixture
def flagged():
    row = begun()
    saved(row, "srq20", {"q17": ["yes"]})
    return row


def test_saving_the_page_leads_to_what_must_be_done(ani):
    row = begun()
    page = {**whole(section_of(row, "srq20"), q17=["yes"]), "revision": "0", "action": "continue"}

    answer = ani.post(address("_section", row, "srq20"), page)

    assert answer.url == address("_danger", row)
    assert NUMBER in ani.get(answer.url).content.decode()


@pytest.mark.parametrize(
    ("code", "answers", "flag"),
    [
        ("asq", {"dead": ["yes"], "now": ["no"]}, "suicide_intent"),
        ("asq", {"dead": ["declined"], "now": ["no"]}, "suicide_intent"),
        ("asq", {"tried": ["yes"], "tried_lately": ["yes"], "now": ["no"]}, "suicide_attempt"),
        ("srq29", {"q24": ["yes"]}, "psychiatric"),
    ],
)
def test_each_further_scale_leads_there_too(ani, code, answers, flag):
    row = begun()
    page = {**whole(section_of(row, code), **answers), "revision": "0", "action": "continue"}

    answer = ani.post(address("_section", row, code), page)

    assert answer.url == address("_danger", row)
    assert MedicalReferral.objects.get().sign_codes == [flag]


def test_an_attempt_of_long_ago_holds_nobody_back(ani):
    row = begun()
    told = {"tried": ["yes"], "tried_lately": ["no"], "now": ["no"]}
    page = {**whole(section_of(row, "asq"), **told), "revision": "0", "action": "continue"}

    ani.post(address("_section", row, "asq"), page)

    assert not MedicalReferral.objects.exists()
    assert row.parts.get(code="asq").result["band"] == "positive"


def test_an_attempt_that_is_denied_afterwards_leads_nowhere(ani):
    row = begun()
    told = {"tried": ["no"], "tried_lately": ["yes"], "now": ["no"]}
    page = {**whole(section_of(row, "asq"), **told), "revision": "0", "action": "continue"}

    ani.post(address("_section", row, "asq"), page)

    assert not MedicalReferral.objects.exists()


def test_the_page_tells_of_it_by_itself_when_it_saves_by_itself(ani):
    row = begun()

    answer = ani.post(address("_autosave", row, "srq20"), {"q17": "yes", "revision": "0"})

    assert answer.json()["danger"] is True
    assert MedicalReferral.objects.open().exists()


def test_going_on_after_the_page_saved_itself_leads_there_too(ani, flagged):
    page = {**whole(section_of(flagged, "srq20"), q17=["yes"]), "revision": "1"}

    answer = ani.post(address("_section", flagged, "srq20"), {**page, "action": "later"})

    assert answer.url == address("_danger", flagged)


@pytest.mark.parametrize(
    ("name", "more"), [("", ()), ("_section", ("kesehatan",)), ("_review", ())]
)
def test_every_page_of_the_assessment_says_it(ani, flagged, name, more):
    assert "Ada tanda bahaya" in ani.get(address(name, flagged, *more)).content.decode()


def test_taking_the_answer_back_leaves_the_page_and_its_referral(ani, flagged):
    saved(flagged, "srq20", {"q17": ["no"]})

    page = ani.get(address("_danger", flagged)).content.decode()

    assert reverse("safety:result", args=[MedicalReferral.objects.get().pk]) in page
    assert NUMBER in page


def test_once_it_was_dealt_with_the_sections_go_on(ani, flagged):
    referral = MedicalReferral.objects.get()
    word = found(found_on=LATER.date())
    record_result(referral=referral, found=word, actor=people.ani(), at=LATER)
    page = {**whole(section_of(flagged, "srq20"), q17=["yes"]), "revision": "1"}

    answer = ani.post(address("_section", flagged, "srq20"), {**page, "action": "continue"})

    assert answer.url == address("_section", flagged, "readiness")


def test_without_danger_there_is_no_such_page(ani):
    row = begun()

    assert ani.get(address("_danger", row)).url == address("", row)
