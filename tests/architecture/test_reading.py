"""Row B7: what cannot be written down is not shown (that shown and written down are equal, tests/matrix holds)."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from common.models import ReadLog
from tests import people
from tests.care.factories import PlacementFactory
from tests.clients.factories import CaseFactory
from tests.urls import anywhere


pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return CaseFactory()


@pytest.mark.parametrize("name", ["clients:list", "clients:file", "desk:home", "care:placements"])
def test_what_cannot_be_written_down_is_not_shown(client, case, name):
    PlacementFactory(case=CaseFactory(to_place=True))
    url = anywhere(name, case.client_id)
    client.force_login(people.ani())
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql"
            " AS $$ BEGIN RAISE EXCEPTION 'the log is full'; END $$;"
            "CREATE TRIGGER refuse BEFORE INSERT ON common_readlog EXECUTE FUNCTION refuse()"
        )

    with pytest.raises(DatabaseError, match="the log is full"), transaction.atomic():
        client.get(url)


def test_a_row_says_who_looked_in_which_role_and_from_where(client, case):
    url = reverse("clients:file", args=[case.client_id])
    client.force_login(people.gita())

    client.get(url)

    row = ReadLog.objects.get()
    assert (row.user, row.role, row.ip) == (people.gita(), "auditor", "127.0.0.1")
    assert row.request_id is not None
