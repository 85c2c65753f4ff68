"""Row B10: whoever asks the whole country for a person learns that there is one, and nothing about them."""

import re
from datetime import date

import pytest
from django.urls import reverse

from common.enums import ReadAction
from common.models import ReadLog
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory


pytestmark = pytest.mark.django_db

ASKED = {"name": "Rian Saputra", "birth_date": "2000-03-15", "nik": ""}


def registered(worker):
    born = date(2000, 3, 15)
    person = ClientFactory(name="RIAN SAPUTRA", birth_date=born, registered_by=worker)
    return CaseFactory(client=person)


def ask(client) -> str:
    client.force_login(people.ani())
    return client.post(reverse("clients:new"), ASKED, follow=True).content.decode()


@pytest.mark.parametrize("worker", [people.citra, people.dewi, people.budi])
def test_a_hidden_match_tells_no_number_no_name_and_no_institution(client, worker):
    case = registered(worker())

    page = ask(client)

    assert "Mungkin" in page
    for secret in ("RIAN SAPUTRA", case.client.registration_number, worker().name):
        assert secret not in page
    assert reverse("clients:file", args=[case.client_id]) not in page
    if worker is not people.budi:
        assert worker().institution.name not in page


def test_the_answer_is_the_same_whichever_institution_it_is(client):
    def told(worker):
        case = registered(worker())
        page = ask(client).split('id="isi"')[1]
        page = page.replace(str(ReadLog.objects.latest("pk").pk), "N")
        page = re.sub(
            r"pada [^<]* · RAHASIA", "", page
        )  # printed when: a minute may pass in between
        case.delete()
        case.client.delete()
        return page

    first, second = told(people.citra), told(people.dewi)

    assert "lembaga lain" in first
    assert first == second


def test_the_session_keeps_no_foreign_id(client):
    case = registered(people.citra())
    ask(client)

    look = client.session["clients.sought_person"]

    assert look["reference"] == str(ReadLog.objects.get(action=ReadAction.MATCH).pk)
    assert case.client_id not in [value for value in look.values() if type(value) is int]
    kept = {"phone", "birth_date_estimated", "reference", "at_own_institution", "was_asked"}
    assert look.keys() == {*ASKED, *kept}


def test_nobody_is_answered_with_the_form(client):
    page = ask(client)

    assert "Mungkin" not in page
    assert not ReadLog.objects.get().client_ids


def test_the_eleventh_question_of_an_hour_is_not_asked(client):
    registered(people.citra())
    for _ in range(10):
        ask(client)

    page = ask(client)

    assert "lembaga lain belum diperiksa" in page
    assert ReadLog.objects.filter(action=ReadAction.MATCH).count() == 10
