"""What waits for a leader stands on their own home; and a medical referral stays in sight."""

import pytest
from django.urls import reverse

from accounts.enums import Role
from clients.enums import CaseStatus
from screening.selectors import overrides_to_answer
from screening.services.drafts import start_screening
from screening.services.endings import refer_to_medical
from tests import people
from tests.clients.factories import ConsentFactory
from tests.screening.factories import AT, NO_DANGER, ScreeningFactory
from tests.screening.routing_factories import approved, asked_for_approval, colleague


pytestmark = pytest.mark.django_db


def home_of(client, person):
    client.force_login(person)
    return client.get(reverse("desk:home")).content.decode()


def test_a_supervisor_finds_what_waits_for_their_answer(client):
    decision = asked_for_approval()

    page = home_of(client, people.budi())

    assert "Penyimpangan usulan untuk disetujui" in page
    assert reverse("screening:approval", args=[decision.pk]) in page


def test_so_does_the_head_of_the_house(client):
    asked_for_approval()

    assert "Penyimpangan usulan untuk disetujui" in home_of(client, colleague(Role.BALAI_MANAGER))


def test_what_was_answered_waits_no_longer(client):
    approved()

    assert "Penyimpangan usulan untuk disetujui" not in home_of(client, people.budi())


def test_it_does_not_stand_among_the_proposals_to_decide_as_well(client):
    decision = asked_for_approval()

    page = home_of(client, people.budi())

    assert page.count(reverse("screening:approval", args=[decision.pk])) == 1
    assert "Semua usulan sudah diputuskan." in page


def test_other_houses_and_who_asked_find_nothing(client):
    asked_for_approval()

    for person in (people.eko(), people.ani(), people.dewi()):
        assert overrides_to_answer(person) == []


def test_after_a_medical_referral_the_triage_stands_on_the_desk_and_the_case_goes_on(client):
    danger = {**NO_DANGER, next(iter(NO_DANGER)): True}
    screening = ScreeningFactory(red_flags=danger)
    case = screening.case
    ConsentFactory(client=case.client)
    refer_to_medical(screening=screening, actor=people.ani(), at=AT)
    assert "Triase ulang" in home_of(client, people.ani())

    again = start_screening(case=case, actor=people.ani(), at=AT)

    case.refresh_from_db()
    assert case.status == CaseStatus.SCREENING
    assert again.pk != screening.pk
