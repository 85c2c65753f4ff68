"""Somebody whose life is at stake is looked after before they can agree; nothing but triage opens until they do."""

import datetime as dt

import pytest
from django.urls import reverse

from clients.enums import ConsentGiver, ConsentMethod, EventKind, VitalReason
from clients.facts import Agreed, Vital
from clients.models import Client, VitalInterest, Wait
from clients.rules import demand_consent, is_triage_only
from clients.services.consent import give_consent
from clients.services.intake import register_client
from common.errors import DomainError
from safety.facts import Sending
from screening.interview.sections import find
from screening.services.drafts import Entry, save_section, start_screening
from screening.services.endings import finish_screening, refer_to_medical
from tests import people
from tests.clients.registering import facts
from tests.screening.factories import AT, NO_DANGER


pytestmark = pytest.mark.django_db
SEEN = "Ditemukan tidak sadar di pasar."


def registered(words=SEEN):
    vital = Vital(VitalReason.UNCONSCIOUS, words)
    return register_client(**{**facts(people.ani()), "agreed": vital}, at=AT)


def case_of(client):
    return client.cases.select_related("client").get()


def begun(client):
    return start_screening(case=case_of(client), actor=people.ani(), at=AT)


def saved(draft, slug, words):
    entry = Entry(find(slug), words, 0)
    return save_section(screening=draft, entry=entry, actor=people.ani(), at=AT).screening


def test_the_ground_is_kept_with_its_reason_and_by_whom():
    client = registered()

    row = VitalInterest.objects.get()
    event = case_of(client).events.get()
    assert (row.reason, row.words, row.recorded_by) == ("unconscious", SEEN, people.ani())
    assert (event.kind, event.note) == (EventKind.REGISTERED_VITAL, SEEN)
    assert not client.consents.exists()


@pytest.mark.parametrize("words", ["", "Pingsan", "   "])
def test_it_says_what_was_seen(words):
    with pytest.raises(DomainError) as refused:
        registered(words)

    assert refused.value.field == "vital_words"
    assert not Client.objects.exists()


def test_consent_is_to_be_asked_for_within_72_hours():
    client = registered()

    wait = Wait.objects.get(kind="vital", client=client)
    assert (wait.due_on, wait.person, wait.urgency) == (
        AT.date() + dt.timedelta(days=3),
        people.ani(),
        0,
    )


def test_the_signs_of_danger_are_asked_and_the_person_is_referred():
    draft = saved(begun(registered()), "tanda-bahaya", {"overdose": "yes"})

    referral = refer_to_medical(screening=draft, sending=Sending(), actor=people.ani(), at=AT)

    assert referral.sign_codes == ["overdose"]


def test_nothing_else_is_asked():
    draft = begun(registered())

    for act in (
        lambda: saved(draft, "q1", {"q1-alcohol": "yes"}),
        lambda: finish_screening(screening=draft, actor=people.ani(), at=AT),
        lambda: demand_consent(draft.case.client),
    ):
        with pytest.raises(DomainError) as refused:
            act()
        assert refused.value.code == "triage_only"


def test_with_a_consent_everything_opens():
    client = registered()
    agreed = Agreed(ConsentGiver.SELF, ConsentMethod.ORAL, AT.date())

    give_consent(case=case_of(client), agreed=agreed, actor=people.ani(), at=AT)

    assert not is_triage_only(client)
    assert not Wait.objects.filter(kind="vital").exists()
    draft = saved(begun(client), "tanda-bahaya", dict.fromkeys(NO_DANGER, "no"))
    saved(draft, "q1", {"q1-alcohol": "yes"})


def test_it_stands_in_red_on_the_file(client):
    person = registered()
    client.force_login(people.ani())

    page = client.get(reverse("clients:file", args=[person.pk])).content.decode()

    assert "Belum ada persetujuan: hanya triase." in page
    assert reverse("clients:give_consent", args=[person.pk]) in page
