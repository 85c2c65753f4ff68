"""Somebody whose life is at stake is looked after before they can agree; nothing but triage opens until they do."""

import datetime as dt

import pytest
from django.urls import reverse

from clients.enums import (
    CaseStatus,
    CloseReason,
    ConsentGiver,
    ConsentMethod,
    EventKind,
    VitalReason,
)
from clients.facts import Agreed, Vital
from clients.models import Case, Client, VitalInterest, Wait
from clients.rules import demand_consent, is_triage_only
from clients.services.cases import close_case
from clients.services.consent import give_consent, withdraw_consent
from clients.services.intake import register_client, reopen_case
from clients.services.vital import look_after
from common.errors import DomainError
from safety.facts import Sending
from screening.interview.sections import find
from screening.services.drafts import Entry, save_section, start_screening
from screening.services.endings import finish_screening, refer_to_medical
from tests import people
from tests.clients.factories import CaseFactory, ConsentFactory
from tests.clients.registering import facts, returning
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
    entry = Entry(find(slug), words, draft.revision)
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


AGREED = Agreed(ConsentGiver.SELF, ConsentMethod.ORAL, AT.date())
DANGER = Vital(VitalReason.DANGER, "Sesak napas, tidak dapat bicara.")


@pytest.fixture
def withdrawn():
    """An open case whose consent was taken back."""
    case = CaseFactory()
    ConsentFactory(client=case.client)
    withdraw_consent(case=case, asked_by="self", on=AT.date(), note="", actor=people.ani(), at=AT)
    return case_of(case.client)


def looked_after(case, vital=DANGER):
    return look_after(case=case, vital=vital, actor=people.ani(), at=AT)


def test_in_a_case_whose_consent_ended_triage_opens_again(withdrawn):
    looked_after(withdrawn)

    draft = saved(begun(withdrawn.client), "tanda-bahaya", {"overdose": "yes"})

    with pytest.raises(DomainError) as refused:
        saved(draft, "q1", {"q1-alcohol": "yes"})
    assert refused.value.code == "triage_only"
    referral = refer_to_medical(screening=draft, sending=Sending(), actor=people.ani(), at=AT)
    assert referral.sign_codes == ["overdose"]


def test_there_too_consent_is_asked_for_within_72_hours(withdrawn):
    looked_after(withdrawn)

    wait = Wait.objects.get(kind="vital", client=withdrawn.client)
    assert wait.due_on == AT.date() + dt.timedelta(days=3)


def test_the_end_of_the_case_stays_due_as_it_was(withdrawn):
    before = (withdrawn.next_step, withdrawn.next_due_on)

    looked_after(withdrawn)

    after = case_of(withdrawn.client)
    assert (after.next_step, after.next_due_on) == before


def test_the_timeline_says_why_they_are_looked_after(withdrawn):
    looked_after(withdrawn)

    event = withdrawn.events.get(kind=EventKind.VITAL_INTEREST)
    assert (event.note, event.facts) == (DANGER.words, {"reason": "danger"})


def test_where_consent_is_in_force_there_is_no_need_of_it():
    case = CaseFactory()
    ConsentFactory(client=case.client)

    with pytest.raises(DomainError) as refused:
        looked_after(case)

    assert refused.value.code == "consent_in_force"


def test_it_is_recorded_once(withdrawn):
    looked_after(withdrawn)

    with pytest.raises(DomainError) as refused:
        looked_after(withdrawn)

    assert refused.value.code == "already_recorded"


def test_a_closed_case_is_opened_again_first():
    with pytest.raises(DomainError) as refused:
        looked_after(CaseFactory(closed=True))

    assert refused.value.code == "closed"


def test_a_consent_ends_it_for_good(withdrawn):
    looked_after(withdrawn)
    give_consent(case=withdrawn, agreed=AGREED, actor=people.ani(), at=AT)

    withdraw_consent(
        case=withdrawn, asked_by="self", on=AT.date(), note="", actor=people.ani(), at=AT
    )

    assert not is_triage_only(withdrawn.client)
    assert not Wait.objects.filter(kind="vital").exists()
    with pytest.raises(DomainError) as refused:
        begun(withdrawn.client)
    assert refused.value.code == "no_consent"


@pytest.fixture
def left():
    """Somebody whose case is closed; what they once agreed to stands."""
    client = register_client(**facts(people.ani()), at=AT)
    client.cases.update(
        status="closed", closed_on=AT.date(), close_reason="lost", next_step="", next_due_on=None
    )
    return client


def test_whoever_comes_back_unconscious_is_received(left):
    given = {**returning(people.ani()), "agreed": DANGER}

    case = reopen_case(client=left, **given, at=AT)

    kinds = set(case.events.values_list("kind", flat=True))
    assert kinds == {EventKind.REOPENED, EventKind.VITAL_INTEREST}
    assert is_triage_only(left)
    assert Wait.objects.get(kind="vital").due_on == AT.date() + dt.timedelta(days=3)


def test_whoever_comes_back_a_second_time_with_a_life_at_stake_is_received():
    person = registered()
    closing = {"reason": "lost", "note": "Pergi sebelum sadar.", "actor": people.ani(), "at": AT}
    close_case(case=case_of(person), **closing)

    case = reopen_case(client=person, **{**returning(people.ani()), "agreed": DANGER}, at=AT)

    assert Wait.objects.get(kind="vital").what == "danger"
    assert VitalInterest.objects.in_force().get().words == DANGER.words
    give_consent(case=case, agreed=AGREED, actor=people.ani(), at=AT)
    assert not is_triage_only(person)


def test_whoever_comes_back_in_danger_says_what_was_seen(left):
    given = {**returning(people.ani()), "agreed": Vital(VitalReason.DANGER, "")}

    with pytest.raises(DomainError) as refused:
        reopen_case(client=left, **given, at=AT)

    assert refused.value.field == "vital_words"


def test_the_page_of_reopening_takes_it_in_place_of_a_consent(client, left):
    client.force_login(people.ani())
    url = reverse("clients:reopen", args=[left.pk])
    body = {
        "reentry_reason": "other",
        "referral_source": "police",
        "legal_status": "none",
        "lead_worker": people.ani().pk,
        "vital_reason": "unconscious",
        "vital_words": SEEN,
    }

    assert client.post(url, body | {"was_read_out": "on"}).status_code == 422
    assert client.post(url, body).status_code == 302
    assert VitalInterest.objects.get().words == SEEN


def test_the_page_of_a_file_leads_to_it(client, withdrawn):
    client.force_login(people.ani())
    url = reverse("clients:vital", args=[withdrawn.client_id])
    profile = client.get(reverse("clients:profile", args=[withdrawn.client_id])).content.decode()

    answer = client.post(url, {"vital_reason": "danger", "vital_words": DANGER.words})

    assert url in profile
    assert answer.status_code == 302
    assert VitalInterest.objects.get().words == DANGER.words


def told_after(client, case):
    client.force_login(people.ani())
    body = {"vital_reason": "danger", "vital_words": DANGER.words}
    answer = client.post(reverse("clients:vital", args=[case.client_id]), body, follow=True)
    return answer.content.decode()


def test_where_an_interview_can_begin_triage_is_promised(client, withdrawn):
    assert "Triase dapat dimulai" in told_after(client, withdrawn)


@pytest.mark.parametrize("stage", [CaseStatus.DECISION, CaseStatus.PLACEMENT])
def test_where_no_interview_can_begin_it_leads_to_the_referral(client, withdrawn, stage):
    Case.objects.update(status=stage, risk="low", base="family")

    page = told_after(client, withdrawn)

    assert "Triase dapat dimulai" not in page
    assert "rujuk klien dari sini" in page
    assert reverse("safety:refer", args=[withdrawn.pk]) in page


def test_whoever_comes_back_and_agrees_is_looked_after_by_that_consent(left):
    reopen_case(client=left, **{**returning(people.ani()), "agreed": DANGER}, at=AT)
    left.cases.filter(is_current=True).update(
        status="closed", closed_on=AT.date(), close_reason="lost", next_step="", next_due_on=None
    )

    reopen_case(client=left, **returning(people.ani()), at=AT)

    assert not is_triage_only(left)


@pytest.fixture
def going_on():
    """An interview begun for a life's sake, which went on with a consent that was then taken back."""
    person = registered()
    draft = begun(person)
    give_consent(case=case_of(person), agreed=AGREED, actor=people.ani(), at=AT)
    draft = saved(draft, "tanda-bahaya", dict.fromkeys(NO_DANGER, "no"))
    asked = {"asked_by": "self", "on": AT.date(), "note": "", "actor": people.ani(), "at": AT}
    withdraw_consent(case=case_of(person), **asked)
    return draft


@pytest.mark.parametrize(
    "act",
    [
        lambda draft: saved(draft, "q1", {"q1-alcohol": "yes"}),
        lambda draft: saved(draft, "tanda-bahaya", {"overdose": "yes"}),
        lambda draft: finish_screening(screening=draft, actor=people.ani(), at=AT),
    ],
    ids=["a section", "the signs of danger", "the end"],
)
def test_an_interview_stops_where_its_consent_is_taken_back(going_on, act):
    with pytest.raises(DomainError) as refused:
        act(going_on)

    assert refused.value.code == "no_consent"


def test_with_a_life_at_stake_such_an_interview_asks_for_danger_again(going_on):
    looked_after(going_on.case)

    assert saved(going_on, "tanda-bahaya", {"overdose": "yes"}).red_flags["overdose"]


def test_with_a_new_consent_such_an_interview_goes_on(going_on):
    give_consent(case=going_on.case, agreed=AGREED, actor=people.ani(), at=AT)

    assert saved(going_on, "q1", {"q1-alcohol": "yes"}).answers["q1"]


def test_who_took_back_in_an_earlier_case_may_agree_in_this_one():
    old = CaseFactory()
    ConsentFactory(client=old.client)
    by = {"actor": people.ani(), "at": AT}
    withdraw_consent(case=old, asked_by="self", on=AT.date(), note="Lewat telepon.", **by)
    close_case(case=old, reason=CloseReason.WITHDREW, note="Menarik persetujuan.", **by)
    vital = Vital(VitalReason.UNCONSCIOUS, SEEN)
    new = reopen_case(**{**returning(people.ani()), "agreed": vital}, client=old.client, at=AT)

    give_consent(case=new, agreed=AGREED, **by)

    assert old.client.consents.in_force().exists()
