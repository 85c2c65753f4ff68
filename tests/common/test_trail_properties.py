"""Whatever is written, and by whichever way: the last entry of the trail equals the row, and names its author."""

from datetime import date

import pytest
from django.apps import apps
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings, strategies as st

from clients.models import Case, Client, FamilyContact
from common.comparing import mismatches
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory, FamilyContactFactory
from tests.common.test_trail import act_as


pytestmark = pytest.mark.django_db


def save(word: str) -> None:
    client = Client.objects.order_by("pk").first()
    client.name = word
    client.save()


def create(word: str) -> None:
    ClientFactory(name=word)


def bulk_create(word: str) -> None:
    client = Client.objects.order_by("pk").last()
    FamilyContact.objects.bulk_create(
        FamilyContactFactory.build(client=client, name=f"{word}{number}") for number in range(3)
    )


def bulk_update(word: str) -> None:
    rows = list(FamilyContact.objects.all())
    for row in rows:
        row.is_guardian = len(word) % 2 == 0
    FamilyContact.objects.bulk_update(rows, ["is_guardian"])


def update_all(word: str) -> None:
    Client.objects.update(occupation=word)


def delete_some(word: str) -> None:
    FamilyContact.objects.filter(is_guardian=len(word) % 2 == 0).delete()


def support(word: str) -> None:
    case = Case.objects.order_by("pk").first()
    case.supporters.set([people.budi()] if len(word) % 2 else [])


def raw_update(word: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE clients_client SET birth_place = %s WHERE mod(id, 2) = 0", [word])


def raw_upsert(word: str) -> None:
    case = Case.objects.order_by("pk").first()
    receiver = people.kenanga()
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO clients_share (client_id, owner_id, institution_id, granted_by_id, ends_on)
               VALUES (%s, %s, %s, %s, %s)
               ON CONFLICT (client_id, institution_id) DO UPDATE SET ends_on = excluded.ends_on""",
            [
                case.client_id,
                case.institution_id,
                receiver.pk,
                case.lead_worker_id,
                date(2026, 1, 1 + len(word)),
            ],
        )


WRITES = (
    save, create, bulk_create, bulk_update, update_all, delete_some, support, raw_update, raw_upsert,
)  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


class Undone(Exception):
    pass


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(st.tuples(st.sampled_from(WRITES), WORDS, st.booleans()), max_size=12))
def test_the_last_entry_equals_the_row_and_names_its_author(steps):
    with transaction.atomic():
        CaseFactory()
        author = people.ani()
        start = _newest()
        act_as(author.pk)
        for write, word, is_kept in steps:
            _perform(write, word, is_kept)

        assert mismatches() == []
        assert {row.pgh_context["user"] for row in _after(start)} <= {author.pk}
        transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pghistory.context_metadata', '', true)")


def _perform(write, word: str, is_kept: bool) -> None:
    try:
        with transaction.atomic():
            write(word)
            if not is_kept:
                raise Undone
    except Undone:
        pass


HISTORIES = [
    apps.get_model("clients", f"{name}History")
    for name in ("Client", "Case", "CaseSupporter", "FamilyContact", "Share")
]


def _newest() -> dict[str, int]:
    return {
        row._meta.label: row.objects.order_by("pgh_id").values_list("pgh_id", flat=True).last() or 0
        for row in HISTORIES
    }


def _after(start: dict[str, int]):
    for history in HISTORIES:
        yield from history.objects.filter(pgh_id__gt=start[history._meta.label])
