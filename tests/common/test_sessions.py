"""A session that cannot be saved: because somebody ended it, or because the database is away."""

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import OperationalError, connection

from common.sessions import SessionStore


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
