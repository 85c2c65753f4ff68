"""Two people at one assessment: nothing is lost, and nothing happens twice."""

import pytest
from django.urls import reverse

from clients.models import CaseEvent, ConsentText
from screening.assessment.services.signing import (
    return_assessment,
    sign_assessment,
    submit_assessment,
)
from screening.assessment.services.starting import start_assessment
from screening.enums import ScreeningEvent
from screening.models import Assessment, AssessmentPart
from tests import people
from tests.clients.factories import OPENED
from tests.races import DONE, together
from tests.screening.assessment_factories import (
    LATER,
    SIGNED_AT,
    begun,
    filled,
    saved,
    screened_case,
    submitted,
)
from tests.screening.factories import AT


TIMES = range(3)


@pytest.fixture(autouse=True)
def consent_text(db):
    """Tests with transactions of their own empty every table behind them."""
    ConsentText.objects.get_or_create(version="uji", defaults={"body": "…", "published_on": OPENED})


def section(row):
    return reverse("screening:assessment_section", args=[row.pk, "kesehatan"])


def test_the_second_device_is_shown_both_sides_and_chooses(ani):
    row = begun()
    saved(row, "health", {"general": ["fair"]}, actor=people.budi())

    answer = ani.post(section(row), {"general": "bad", "revision": "0", "action": "later"})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "perangkat lain" in page
    assert "Cukup" in page
    assert "Buruk" in page
    assert 'name="revision" value="1"' in " ".join(page.split())

    again = ani.post(section(row), {"general": "bad", "revision": "1", "action": "later"})

    assert again.status_code == 302
    assert row.parts.get().answers == {"general": "bad"}


def test_two_sections_on_two_devices_do_not_hinder_each_other(ani):
    row = begun()
    saved(row, "social", {"housing": ["own"]}, revision=0, actor=people.budi())

    answer = ani.post(section(row), {"general": "bad", "revision": "0", "action": "later"})

    assert answer.status_code == 302
    assert row.parts.count() == 2


def test_a_page_that_saves_itself_from_an_old_state_is_told_so(ani):
    row = begun()
    saved(row, "health", {"general": ["fair"]}, actor=people.budi())

    answer = ani.post(
        reverse("screening:assessment_autosave", args=[row.pk, "kesehatan"]),
        {"general": "bad", "revision": "0"},
    )

    assert answer.status_code == 409
    assert "perangkat lain" in answer.json()["error"]


def test_saving_by_itself_tells_the_time_and_the_revision(ani):
    row = begun()

    answer = ani.post(
        reverse("screening:assessment_autosave", args=[row.pk, "kesehatan"]),
        {"general": "bad", "revision": "0"},
    ).json()

    assert (answer["revision"], answer["danger"]) == (1, False)
    assert len(answer["saved_at"].split(".")) == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("_time", TIMES)
def test_two_first_savings_of_one_section_leave_the_first(_time):
    people.budi()
    row = begun()

    def save(word, actor):
        return lambda: saved(row, "health", {"general": [word]}, revision=0, actor=actor)

    answers = together(save("good", people.ani()), save("bad", people.budi()))

    assert sorted(answers) == [DONE, "stale_draft"]
    assert AssessmentPart.objects.get().revision == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("_time", TIMES)
def test_two_who_begin_at_once_share_one(_time):
    people.budi()
    case = screened_case()

    def start(actor):
        return lambda: start_assessment(case=case, kind="initial", actor=actor, at=AT)

    assert together(start(people.ani()), start(people.budi())) == [DONE, DONE]
    assert Assessment.objects.count() == 1
    assert CaseEvent.objects.filter(kind=ScreeningEvent.ASSESSMENT_STARTED).count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("_time", TIMES)
def test_it_is_submitted_once(_time):
    people.budi()
    row = filled()

    def submit(actor):
        return lambda: submit_assessment(assessment=row, actor=actor, at=LATER)

    answers = together(submit(people.ani()), submit(people.budi()))

    assert sorted(answers) == [DONE, "wrong_status"]
    assert CaseEvent.objects.filter(kind=ScreeningEvent.ASSESSMENT_SUBMITTED).count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("_time", TIMES)
def test_it_is_signed_or_returned_but_not_both(_time):
    row, budi = submitted(), people.budi()

    answers = together(
        lambda: sign_assessment(assessment=row, actor=budi, at=SIGNED_AT),
        lambda: return_assessment(assessment=row, note="Lengkapi.", actor=budi, at=SIGNED_AT),
    )

    assert sorted(answers) == [DONE, "wrong_status"]
