import pytest
from django.urls import reverse

from clients.enums import CaseStatus
from tests.screening.factories import NO_DANGER, ScreeningFactory, finished


pytestmark = pytest.mark.django_db


def review_url(screening):
    return reverse("screening:review", args=[screening.pk])


def test_the_review_shows_answers_with_a_way_to_change_them(ani):
    screening = ScreeningFactory(answered=True)

    page = ani.get(review_url(screening)).content.decode()

    assert "Tiap hari atau hampir tiap hari" in page
    assert reverse("screening:section", args=[screening.pk, "q2"]) in page


def test_a_missing_answer_is_marked(ani):
    screening = ScreeningFactory(answered=True)
    screening.answers["q7"] = {}
    screening.save()

    assert "Belum dijawab" in ani.get(review_url(screening)).content.decode()


def test_finishing_leads_to_the_result(ani):
    screening = ScreeningFactory(answered=True)

    answer = ani.post(review_url(screening))

    screening.case.refresh_from_db()
    assert answer["Location"] == reverse("screening:result", args=[screening.pk])
    assert screening.case.status == CaseStatus.DECISION


def test_finishing_with_missing_answers_names_the_sections(ani):
    screening = ScreeningFactory(answered=True, facts={})

    answer = ani.post(review_url(screening))

    screening.refresh_from_db()
    assert answer.status_code == 422
    assert (
        "Masih ada bagian yang belum lengkap: Kesehatan, Keadaan klien." in answer.content.decode()
    )
    assert screening.is_draft


def test_finishing_twice_is_told_in_words(ani):
    screening = finished()

    answer = ani.post(review_url(screening))

    assert answer.status_code == 422
    assert "sudah selesai" in answer.content.decode()


def test_with_a_red_flag_the_review_leads_to_the_referral(ani):
    screening = ScreeningFactory(red_flags={**NO_DANGER, "injury": True})

    answer = ani.get(review_url(screening))

    assert answer["Location"] == reverse("screening:refer", args=[screening.pk])
