"""Asking the next institution after one came to nothing."""

import pytest
from django.urls import reverse

from care.enums import PlacementStatus
from care.models import Placement
from care.placement.services.answering import decline_placement
from clients.enums import NextStep
from clients.models import Case
from tests import people
from tests.care.factories import ASKED, PlacementFactory
from tests.care.papers import with_papers
from tests.clients.factories import ConsentFactory
from tests.partners.factories import InstitutionFactory


pytestmark = pytest.mark.django_db


@pytest.fixture
def ani(signed_in):
    return signed_in(people.ani())


@pytest.fixture
def declined():
    people.eko()
    placement = PlacementFactory(request_note="Datang hari Senin.")
    with_papers(placement.case)
    ConsentFactory(client=placement.client)
    decline_placement(placement=placement, reason="medical", note="", actor=people.eko(), at=ASKED)
    return Placement.objects.get()


@pytest.fixture
def other():
    return InstitutionFactory(name="Sentra Anggrek", with_agreement=True)


def page_of(browser, placement):
    return browser.get(reverse("care:placement", args=[placement.pk]))


def places_on(page):
    return {each.institution for each in page.context["next_places"]}


def test_the_sender_sees_the_refusal_and_the_next_places(ani, declined, other):
    page = page_of(ani, declined)

    assert "Memerlukan perawatan medis lebih dahulu" in page.content.decode()
    assert places_on(page) == {other, people.melati()}


def test_the_file_shows_the_next_places_too(ani, declined, other):
    page = ani.get(reverse("care:client", args=[declined.client_id]))

    assert "Ajukan ke sini" in page.content.decode()


def test_one_click_asks_the_next_with_the_same_words(ani, declined, other):
    answer = ani.post(reverse("care:reoffer", args=[declined.pk]), {"institution": other.pk})

    again = Placement.objects.get(status=PlacementStatus.REQUESTED)
    assert answer.url == reverse("care:open", args=[declined.case_id])
    assert (again.institution, again.request_note) == (other, "Datang hari Senin.")
    assert Case.objects.get().next_step == NextStep.AWAIT_ANSWER


def test_only_one_request_stands_open(ani, declined, other):
    url = reverse("care:reoffer", args=[declined.pk])
    ani.post(url, {"institution": other.pk})

    answer = ani.post(url, {"institution": other.pk})

    assert answer.status_code == 422
    assert "sudah mempunyai pengajuan" in answer.content.decode()


def test_a_place_that_has_filled_up_meanwhile_is_told_in_a_sentence(ani, declined, other):
    other.capacity = 0
    other.save()

    answer = ani.post(reverse("care:reoffer", args=[declined.pk]), {"institution": other.pk})

    assert answer.status_code == 422


def test_no_next_places_while_another_request_is_on_its_way(ani, declined, other):
    ani.post(reverse("care:reoffer", args=[declined.pk]), {"institution": other.pk})

    assert "next_places" not in page_of(ani, declined).context


def test_the_request_page_says_whom_was_asked_in_vain(ani, declined, other):
    page = ani.get(reverse("care:request", args=[declined.case_id]))

    assert "Sentra Kenanga: menolak kasus ini tanggal 3 Jun 2026" in page.content.decode()


def test_a_request_that_lapsed_is_followed_by_the_next_places(ani, other):
    placement = PlacementFactory(
        status=PlacementStatus.LAPSED, escalated_on="2026-06-05", falls_on="2026-06-06"
    )

    page = page_of(ani, placement)

    assert "Tidak dijawab." in page.content.decode()
    assert places_on(page) == {other, people.melati()}


def test_the_auditor_reads_and_asks_nobody(signed_in, declined, other):
    gita = signed_in(people.gita())

    assert "next_places" not in page_of(gita, declined).context
    assert gita.get(reverse("care:reoffer", args=[declined.pk])).status_code == 403


def test_the_receiver_that_declined_does_not_find_it_any_more(signed_in, declined):
    url = reverse("care:reoffer", args=[declined.pk])

    assert signed_in(people.eko()).post(url, {"institution": 1}).status_code == 404


def test_both_sides_read_how_long_there_is_to_answer(ani, signed_in):
    placement = PlacementFactory(escalated_on="2026-06-05", falls_on="2026-06-06")

    for browser in (ani, signed_in(people.eko())):
        assert "Diteruskan ke pimpinan kedua pihak." in page_of(browser, placement).content.decode()
        assert "Diteruskan" in browser.get(reverse("care:placements")).content.decode()
