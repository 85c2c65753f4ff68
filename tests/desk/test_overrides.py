"""What waits for a leader stands on their own home; and a medical referral stays in sight."""

import pytest
from django.urls import reverse

from accounts.enums import Role
from clients.enums import CaseStatus
from clients.models import Wait
from safety.facts import Sending
from screening.services.drafts import start_screening
from screening.services.endings import refer_to_medical
from tests import people
from tests.clients.factories import ConsentFactory
from tests.safety.factories import heard
from tests.screening.factories import AT, NO_DANGER, ScreeningFactory
from tests.screening.routing_factories import approved, asked_for_approval, colleague


pytestmark = pytest.mark.django_db


def home_of(client, person):
    client.force_login(person)
    return client.get(reverse("desk:home")).content.decode()


def test_a_supervisor_finds_what_waits_for_their_answer(client):
    decision = asked_for_approval()

    page = home_of(client, people.budi())

    assert "Setujui penyimpangan usulan" in page
    assert reverse("screening:approval", args=[decision.pk]) in page


def test_so_does_the_head_of_the_institution(client):
    asked_for_approval()

    assert "Setujui penyimpangan usulan" in home_of(client, colleague(Role.BALAI_MANAGER))


def test_what_was_answered_waits_no_longer(client):
    approved()

    assert "Setujui penyimpangan usulan" not in home_of(client, people.budi())


def test_it_does_not_stand_among_the_proposals_to_decide_as_well(client):
    decision = asked_for_approval()

    page = home_of(client, people.budi())

    assert page.count(reverse("screening:approval", args=[decision.pk])) == 1
    assert reverse("screening:decide", args=[decision.screening.case_id]) not in page


def test_other_institutions_and_who_asked_find_nothing(client):
    asked_for_approval()

    for person in (people.eko(), people.ani(), people.dewi()):
        assert (
            not Wait.objects.visible_to(person).for_user(person, AT.date()).filter(kind="override")
        )


def test_after_a_medical_referral_its_result_stands_on_the_desk_and_the_case_goes_on(client):
    danger = {**NO_DANGER, next(iter(NO_DANGER)): True}
    screening = ScreeningFactory(red_flags=danger)
    case = screening.case
    ConsentFactory(client=case.client)
    referral = refer_to_medical(screening=screening, sending=Sending(), actor=people.ani(), at=AT)
    assert "Catat hasil rujukan medis" in home_of(client, people.ani())

    heard(referral)

    case.refresh_from_db()
    assert case.status == CaseStatus.SCREENING
    assert start_screening(case=case, actor=people.ani(), at=AT) == screening
