"""Who was registered before people were found by keys is found after `fill_search_keys`."""

import pytest
from django.apps import apps
from django.db import connection

from clients.models import Client
from clients.naming.keys import asked_for
from clients.selectors import clients_with
from clients.services.finding import fill_search_keys
from tests import people
from tests.clients.factories import ClientFactory, FamilyContactFactory


pytestmark = pytest.mark.django_db


def as_before(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE clients_client SET keys_index = NULL, phone_end_index = ''")
        cursor.execute("UPDATE clients_familycontact SET phone_index = '', phone_end_index = ''")


def test_names_and_telephones_are_found_and_nothing_is_left_to_do():
    client = FamilyContactFactory(
        client=ClientFactory(name="Siti Aminah", phone="081234567890"), phone="085711112222"
    ).client
    as_before(client)

    assert (fill_search_keys(), fill_search_keys()) == (1, 0)

    found = Client.objects.filter(keys_index__found=asked_for("aminah", loosely=False))
    assert list(found) == [client]
    for end in ("67890", "12222"):
        assert clients_with(people.budi(), phone_end=end) == [client]


def test_it_is_no_change_of_the_person():
    as_before(ClientFactory())
    history = apps.get_model("clients", "ClientHistory")
    before = history.objects.count()

    fill_search_keys()

    assert history.objects.count() == before


def test_a_corrected_name_is_found_and_the_old_one_is_not():
    client = ClientFactory(name="Siti Aminah")
    client.name = "Dewi Lestari"
    client.save(update_fields=["name"])

    def found(words: str) -> bool:
        return Client.objects.filter(keys_index__found=asked_for(words, loosely=True)).exists()

    assert (found("dewi"), found("aminah")) == (True, False)
