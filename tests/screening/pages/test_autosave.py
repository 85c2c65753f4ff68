import pytest
from django.urls import reverse

from tests.screening.engine.sheets import HIGH, sheet
from tests.screening.factories import ScreeningFactory, finished, page_of


pytestmark = pytest.mark.django_db


def autosave(browser, screening, slug, fields):
    address = reverse("screening:autosave", args=[screening.pk, slug])
    return browser.post(address, fields, headers={"X-Autosave": "1"})


def test_autosave_keeps_the_draft_and_tells_when_and_which_revision(ani):
    screening = ScreeningFactory(safe=True)

    answer = autosave(ani, screening, "q1", page_of("q1", {"alcohol": "yes"}))

    screening.refresh_from_db()
    assert screening.answers == {"q1": {"alcohol": True}}
    assert answer.json()["revision"] == 1
    assert len(answer.json()["saved_at"].split(".")) == 2


def test_the_revision_of_an_autosave_lets_the_page_be_saved_after_it(ani):
    screening = ScreeningFactory(safe=True, answers=sheet(alcohol=HIGH))
    first = autosave(ani, screening, "q2", page_of("q2", {"alcohol": "weekly"})).json()

    later = page_of("q2", {"alcohol": "monthly"}, revision=first["revision"])
    answer = ani.post(reverse("screening:section", args=[screening.pk, "q2"]), later)

    assert answer.status_code == 302


def test_autosave_from_an_old_page_is_a_conflict_in_words(ani):
    screening = ScreeningFactory(safe=True, answers=sheet(alcohol=HIGH))
    autosave(ani, screening, "q2", page_of("q2", {"alcohol": "weekly"}))

    answer = autosave(ani, screening, "q2", page_of("q2", {"alcohol": "never"}))

    screening.refresh_from_db()
    assert answer.status_code == 409
    assert "perangkat lain" in answer.json()["error"]
    assert screening.answers["q2"] == {"alcohol": "weekly"}


def test_autosave_of_a_faulty_page_keeps_nothing(ani):
    screening = ScreeningFactory(safe=True)

    answer = autosave(ani, screening, "keadaan", {"relapses_after_treatment": "51"})

    screening.refresh_from_db()
    assert answer.status_code == 422
    assert screening.revision == 0


def test_autosave_of_a_finished_screening_is_refused(ani):
    screening = finished()

    answer = autosave(ani, screening, "q2", page_of("q2", {"amphetamine": "never"}))

    assert answer.status_code == 409


def test_autosave_answers_only_to_post(ani):
    screening = ScreeningFactory(safe=True)

    address = reverse("screening:autosave", args=[screening.pk, "q1"])

    assert ani.get(address).status_code == 405


def test_saving_needs_no_redis(ani, settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    screening = ScreeningFactory(safe=True)

    answer = autosave(ani, screening, "q1", page_of("q1", {"alcohol": "yes"}))

    assert answer.status_code == 200
