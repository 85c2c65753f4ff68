"""What the database refuses becomes an answer, never an error page, and nothing of it stays."""

import pytest
from django.db import DataError, IntegrityError, OperationalError, connection, transaction

from common.api.errors import answer
from common.errors import DomainError


pytestmark = pytest.mark.django_db


def refused(sql, kind):
    with pytest.raises(kind) as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    return caught.value


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("INSERT INTO common_counter (name, last) VALUES ('a', -1)", IntegrityError),
        ("SELECT 10 ^ 1000 * 10 ^ 400000", DataError),
    ],
)
def test_a_constraint_that_says_no_is_a_conflict(sql, kind):
    error = refused(sql, kind)

    with transaction.atomic():
        response = answer(error, {})
        assert connection.needs_rollback

    assert (response.status_code, response.data["code"]) == (409, "conflict")


def test_what_the_fence_refuses_does_not_exist():
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT a; SET LOCAL ROLE app_login")
    error = refused("SELECT 1 FROM clients_client", Exception)
    with connection.cursor() as cursor:
        cursor.execute("ROLLBACK TO a")

    with transaction.atomic():
        response = answer(error, {})

    assert (response.status_code, response.data["code"]) == (404, "not_found")


def test_a_rule_that_says_no_names_its_field():
    response = answer(DomainError("Tidak bisa.", code="closed", field="note"), {})

    assert response.status_code == 422
    assert response.data == {"code": "closed", "message": "Tidak bisa.", "field": "note"}


def test_a_database_that_is_away_is_not_explained_away():
    assert answer(OperationalError(), {}) is None
