"""Consent can be taken back (UU 27/2022 art. 9 and 40); what has not begun does not begin."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from clients.enums import EventKind, NextStep
from clients.models import Consent, Wait
from common.errors import DomainError
from screening.services.drafts import start_screening
from tests import people
from tests.care.papers import request_placement
from tests.clients.factories import CaseFactory, ConsentFactory
from tests.screening.factories import consenting_case


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = timedelta(days=1)


def withdraw(client, case, on=TODAY, who=people.ani):
    client.force_login(who())
    url = reverse("clients:withdraw_consent", args=[case.client_id])
    return client.post(url, {"asked_by": "self", "on": on.isoformat(), "note": "Lewat telepon."})


def test_it_ends_the_consent_and_says_who_asked(client):
    case = consenting_case()

    assert withdraw(client, case).status_code == 302

    consent = Consent.objects.get()
    assert timezone.localdate(consent.withdrawn_at) == TODAY
    assert (consent.withdrawn_by, consent.withdrawal_note) == ("self", "Lewat telepon.")
    assert consent.withdrawal_recorded_by == people.ani()


def test_the_timeline_tells_it(client):
    case = consenting_case()
    withdraw(client, case)

    event = case.events.get()
    assert event.kind == EventKind.CONSENT_WITHDRAWN
    assert "Klien sendiri" in event.words


def test_the_case_is_to_be_closed_within_three_days_of_the_asking(client):
    case = consenting_case()
    withdraw(client, case, on=TODAY - DAY)

    case.refresh_from_db()
    assert (case.next_step, case.next_due_on) == (NextStep.CLOSE, TODAY + 2 * DAY)


def test_the_file_says_so(client):
    case = consenting_case()
    withdraw(client, case)

    page = client.get(reverse("clients:file", args=[case.client_id])).content.decode()

    assert "Persetujuan sudah ditarik." in page


def test_another_consent_lifts_the_banner(client):
    case = consenting_case()
    withdraw(client, case)
    ConsentFactory(client=case.client)

    page = client.get(reverse("clients:file", args=[case.client_id])).content.decode()

    assert "Persetujuan sudah ditarik." not in page


def test_no_screening_begins_afterwards(client):
    case = consenting_case()
    withdraw(client, case)

    with pytest.raises(DomainError) as refused:
        start_screening(case=case, actor=people.ani(), at=timezone.now())
    assert refused.value.code == "no_consent"


def test_no_place_is_asked_for_afterwards(client):
    case = CaseFactory(to_place=True)
    ConsentFactory(client=case.client)
    withdraw(client, case)

    with pytest.raises(DomainError) as refused:
        request_placement(
            case=case,
            institution=people.kenanga(),
            note="",
            actor=people.ani(),
            at=timezone.now(),
        )
    assert refused.value.code == "no_consent"
    assert not case.client.shares.exists()


@pytest.mark.parametrize("on", [TODAY + DAY, TODAY - 4000 * DAY])
def test_a_day_that_cannot_be_is_refused(client, on):
    case = consenting_case()

    answer = withdraw(client, case, on)

    assert answer.status_code == 422
    assert 'id="id_on_error"' in answer.content.decode()
    assert Consent.objects.in_force().exists()


def test_without_a_consent_there_is_nothing_to_take_back(client):
    assert withdraw(client, CaseFactory()).status_code == 422


def test_only_the_institution_that_keeps_the_client_records_it(client):
    assert withdraw(client, consenting_case(), who=people.gita).status_code == 403


# At eighteen a guardian's consent gives way to one's own (UU 27/2022 art. 25).


def grown(birth_date, **consent):
    case = CaseFactory(client__birth_date=birth_date)
    given = {"given_by": "guardian", "guardian_name": "Wati", **consent}
    ConsentFactory(client=case.client, **given)
    return case


def asked_on(day):
    mine = Wait.objects.visible_to(people.ani()).for_user(people.ani(), day)
    return mine.filter(kind="own_consent").exists()


def test_ones_own_consent_is_asked_from_a_month_before_the_eighteenth_birthday():
    grown(date(2009, 3, 15))
    birthday = date(2027, 3, 15)

    assert [asked_on(birthday - n * DAY) for n in (31, 30, 0)] == [False, True, True]
    assert Wait.objects.late_on(birthday + DAY).filter(kind="own_consent").exists()


def test_whoever_has_agreed_themselves_is_not_asked():
    case = grown(date(2009, 3, 15))
    ConsentFactory(client=case.client, given_by="self")

    assert not asked_on(date(2027, 3, 15))


def test_a_guardian_of_a_grown_person_is_not_taken_for_that_of_a_child():
    grown(date(1990, 3, 15))

    assert not asked_on(TODAY)


def test_a_consent_is_renewed_on_its_page(client):
    case = grown(date(1990, 3, 15))
    client.force_login(people.ani())
    body = {
        "given_by": "self",
        "method": "written",
        "given_on": TODAY.isoformat(),
        "was_read_out": "on",
    }

    answer = client.post(reverse("clients:give_consent", args=[case.client_id]), body)

    assert answer.url == reverse("clients:profile", args=[case.client_id])
    assert case.client.consents.in_force().filter(given_by="self").exists()
    assert case.events.get().kind == EventKind.CONSENT_GIVEN


def test_a_consent_that_was_taken_back_is_given_again_and_the_file_no_longer_warns(client):
    case = consenting_case()
    withdraw(client, case)
    body = {
        "given_by": "self",
        "method": "written",
        "given_on": TODAY.isoformat(),
        "was_read_out": "on",
    }

    client.post(reverse("clients:give_consent", args=[case.client_id]), body)

    page = client.get(reverse("clients:file", args=[case.client_id])).content.decode()
    assert "Persetujuan sudah ditarik." not in page
    case.refresh_from_db()
    assert case.next_step == NextStep.START_SCREENING
