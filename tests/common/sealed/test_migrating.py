"""Rows written before there were seals, as the migration finds them."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.state import ProjectState

from clients.models import Client, FamilyContact
from common.models import DataKey
from common.sealed import datakeys, index_of
from common.sealed.migrating import SealText
from tests.clients.factories import ClientFactory, FamilyContactFactory


pytestmark = pytest.mark.django_db
NOTES = ["Aminah", "", 'Dengan "kutip", \\garis miring\\ dan é']


@pytest.fixture
def plain():
    """Contacts with plain names, as varchar."""
    contacts = [FamilyContactFactory(phone="") for _note in NOTES]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        # The trail's copies are of the sealed column; when it was plain there was no trail yet.
        cursor.execute("ALTER TABLE clients_familycontact DISABLE TRIGGER USER")
        cursor.execute("ALTER TABLE clients_familycontact ALTER phone TYPE varchar(90) USING ''")
        for contact, note in zip(contacts, NOTES, strict=True):
            cursor.execute(
                "UPDATE clients_familycontact SET phone = %s WHERE id = %s", [note, contact.pk]
            )
    datakeys.forget_all()


def run(step: SealText) -> None:
    state = ProjectState.from_apps(apps)
    with connection.schema_editor() as editor:
        step.database_forwards("clients", editor, state, state)


@pytest.mark.parametrize("at_once", [1, 2, 1000])
def test_a_plain_column_becomes_a_sealed_one_with_its_rows(plain, monkeypatch, at_once):
    monkeypatch.setattr(datakeys, "AT_ONCE", at_once)
    run(SealText("familycontact", "phone", FamilyContact._meta.get_field("phone").clone()))

    assert [row.phone for row in FamilyContact.objects.order_by("pk")] == NOTES
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM clients_familycontact ORDER BY id")
        sealed = [bytes(value) for (value,) in cursor.fetchall()]
    assert (sealed[1], b"Aminah" in sealed[0]) == (b"", False)


def test_people_from_before_get_a_key_and_the_indexes_of_their_numbers():
    steps = import_module("clients.migrations.0007_sealed")
    client = ClientFactory(phone="081234567890", with_nik=True)
    nik = client.nik
    Client.objects.update(phone_index="")
    steps.fill_indexes(apps, None)
    DataKey.objects.all().delete()
    steps.make_keys(apps, None)
    client = Client.objects.get()

    assert client.nik_index == index_of("nik", nik)
    assert client.phone_index == index_of("tel", "081234567890")
    assert DataKey.objects.get().pk == client.key_id
