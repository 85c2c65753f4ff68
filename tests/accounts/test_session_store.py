"""Sessions in the database: whose they are, and what happens when one cannot be saved."""

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import OperationalError, connection
from django.urls import reverse

from accounts.models import Session, User
from accounts.sessions import SessionStore
from tests import people


PAGE = reverse("accounts:preferences")
NOBODY = {"name": "Sebentar", "role": "auditor"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(transactional_db):
    session = SessionStore()
    session["step"] = 1
    session.create()
    return session


def test_a_session_that_was_ended_meanwhile_is_not_brought_back(session):
    SessionStore(session.session_key).delete()

    with pytest.raises(UpdateError):
        session.save()


def test_a_database_that_goes_away_while_saving_is_an_outage(session):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    other.close()

    with pytest.raises(OperationalError):
        session.save()
    connection.close()


def test_a_request_asks_once_for_session_and_person(client, django_assert_num_queries):
    client.force_login(people.ani())
    client.get(PAGE)

    with django_assert_num_queries(1):
        client.get(PAGE)


def test_a_row_that_names_somebody_else_lets_nobody_in_as_them(client):
    client.force_login(people.ani())
    Session.objects.update(user=people.budi())

    page = client.get(PAGE)

    assert page.context["shell"].user_name == "Ani Lestari"


def test_a_session_ends_with_the_account(client):
    client.force_login(User.objects.create_user("sebentar@contoh.id", None, **NOBODY))

    User.objects.get(email="sebentar@contoh.id").delete()

    assert not Session.objects.exists()


def test_signing_out_leaves_no_row_behind(client):
    client.force_login(people.ani())

    client.post(reverse("account_logout"))

    assert not Session.objects.filter(user=people.ani()).exists()
