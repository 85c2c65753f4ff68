"""Who was registered before people were found by keys is found after `fill_search_keys`."""

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from clients.models import Client
from clients.naming.keys import asked_for
from clients.selectors import clients_with
from clients.services.finding import fill_search_keys
from common.sealed import datakeys
from tests import people
from tests.clients.factories import ClientFactory, FamilyContactFactory
from tests.races import DONE, while_waiting


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


@pytest.mark.django_db(transaction=True)
def test_a_name_that_is_corrected_meanwhile_is_found_as_it_is_now():
    client = ClientFactory(name="Siti Aminah")
    as_before(client)

    def correct():
        client.name = "Dewi Lestari"
        client.save(update_fields=["name"])

    with while_waiting(correct, fill_search_keys) as filled:
        pass

    assert filled.result() == DONE
    found = Client.objects.filter(keys_index__found=asked_for("dewi", loosely=False))
    assert list(found) == [client]


def test_whoever_was_erased_gets_none():
    client = ClientFactory(name="Siti Aminah", phone="081234567890")
    Client.objects.filter(pk=client.pk).update(name="(dihapus)", erased_at=timezone.now())
    datakeys.destroy([client.key_id])
    as_before(client)

    assert fill_search_keys() == 0
    assert Client.objects.filter(keys_index__isnull=True).get() == client


def test_a_corrected_name_is_found_and_the_old_one_is_not():
    client = ClientFactory(name="Siti Aminah")
    client.name = "Dewi Lestari"
    client.save(update_fields=["name"])

    def found(words: str) -> bool:
        return Client.objects.filter(keys_index__found=asked_for(words, loosely=True)).exists()

    assert (found("dewi"), found("aminah")) == (True, False)
