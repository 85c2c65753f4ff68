"""Whom somebody looked for waits in a session, and no session tells it to who reads the table."""

import pytest
from django.urls import reverse

from accounts.models import Session
from accounts.sessions import SessionStore
from tests import people


pytestmark = pytest.mark.django_db

NAME, BORN, NIK = "Rian Saputra", "2000-03-15", "3271011503000004"


def kept() -> str:
    return str([SessionStore().decode(row.session_data) for row in Session.objects.all()])


def test_a_search_before_an_intake_is_hidden_in_the_session(client):
    client.force_login(people.ani())

    client.post(reverse("clients:new"), {"name": NAME, "birth_date": BORN, "nik": NIK})

    assert "clients.sought_person" in kept()
    for secret in (NAME, BORN, NIK):
        assert secret not in kept()


def test_what_was_looked_for_stands_in_the_form_that_follows(client):
    client.force_login(people.ani())
    client.post(reverse("clients:new"), {"name": NAME, "birth_date": BORN, "nik": NIK})

    page = client.get(reverse("clients:intake")).content.decode()

    assert f'value="{NAME}"' in page
    assert f'value="{BORN}"' in page


def test_a_telephone_that_was_looked_for_may_be_a_relatives_and_is_written_down_by_no_form(client):
    client.force_login(people.ani())
    sought = {"name": NAME, "birth_date": BORN, "nik": NIK, "phone": "0812 3456 7890"}
    client.post(reverse("clients:new"), sought)

    page = client.get(reverse("clients:intake")).content.decode()

    assert 'name="phone"' in page
    assert "0812 3456 7890" not in page


def test_a_search_in_the_list_is_hidden_in_the_session_and_found_again(client):
    client.force_login(people.ani())

    answer = client.post(reverse("clients:search"), {"cari": NAME}, follow=True)

    assert "hidden_searches" in kept()
    assert NAME not in kept()
    assert f'value="{NAME}"' in answer.content.decode()
