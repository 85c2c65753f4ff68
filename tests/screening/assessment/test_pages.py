"""The pages from the start to the signature."""

import pytest
from django.urls import reverse

from screening.models import Assessment
from tests import people
from tests.screening.assessment_factories import (
    begun,
    filled,
    screened_case,
    section_of,
    signed,
    submitted,
    whole,
)


pytestmark = pytest.mark.django_db


def address(name, assessment, *more):
    return reverse(f"screening:assessment{name}", args=[assessment.pk, *more])


def page_of(section, revision=0, **other):
    return {**whole(section, **other), "revision": str(revision), "action": "continue"}


def test_an_assessment_is_begun_from_the_clients_screening_tab(ani):
    case = screened_case()
    start = reverse("screening:assessment_start", args=[case.pk])

    assert start in ani.get(reverse("screening:client", args=[case.client_id])).content.decode()
    answer = ani.post(start, {"kind": "initial"})

    begun_now = Assessment.objects.get()
    assert answer.url == address("", begun_now)


def test_the_task_list_tells_the_status_of_every_section(ani):
    assessment = begun()
    section = section_of(assessment, "health")
    ani.post(address("_section", assessment, "kesehatan"), page_of(section))
    ani.post(address("_section", assessment, "psikologis"), {"mood": "low", "action": "later"})

    page = ani.get(address("", assessment)).content.decode()

    assert page.count("Lengkap</span>") == 1
    assert page.count("Sebagian</span>") == 1
    assert "Belum diisi</span>" in page


def test_a_whole_section_leads_to_the_next_one(ani):
    assessment = begun()

    answer = ani.post(
        address("_section", assessment, "kesehatan"), page_of(section_of(assessment, "health"))
    )

    assert answer.url == address("_section", assessment, "psikologis")


def test_a_section_with_gaps_is_kept_and_says_what_is_missing(ani):
    assessment = begun()

    answer = ani.post(
        address("_section", assessment, "kesehatan"), {"general": "good", "action": "continue"}
    )

    assert answer.status_code == 422
    assert "Pilih satu jawaban." in answer.content.decode()
    assert assessment.parts.get().answers == {"general": "good"}


@pytest.mark.parametrize("name", ["", "_review", "_result", "_print"])
def test_the_pages_of_a_full_draft_open(ani, name):
    assert ani.get(address(name, filled())).status_code in {200, 302}


@pytest.mark.parametrize("name", ["_result", "_print"])
def test_the_pages_of_a_signed_assessment_open(ani, name):
    page = ani.get(address(name, signed())).content.decode()

    assert "Disahkan" in page
    assert "Calm and open." in page


def test_a_supervisor_signs_what_was_submitted(sign_in):
    assessment = submitted()
    browser = sign_in(people.budi())

    assert address("_sign", assessment) in browser.get("/").content.decode()
    assert browser.get(address("_sign", assessment)).status_code == 200
    answer = browser.post(address("_sign", assessment))

    assert answer.url == address("_result", assessment)
    assessment.refresh_from_db()
    assert assessment.is_signed


def test_from_a_signed_assessment_it_goes_on_to_the_decision(ani):
    row = signed()

    page = ani.get(address("_result", row)).content.decode()

    assert reverse("screening:decide", args=[row.case_id]) in page
