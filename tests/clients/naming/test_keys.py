"""Names as no document writes them are kept, and found by their beginning."""

import pytest

from clients.duplicates import Sought
from clients.models import Client
from clients.naming.keys import asked_for
from clients.naming.words import words_of
from clients.selectors import possible_duplicates
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory


SWELLING = "a" + 159 * "㌖"  # one sign that is written out as six


def test_a_word_is_no_longer_than_any_name():
    assert [len(word) for word in words_of(f"{SWELLING} {'b' * 160} {'7' * 160}")] == [40, 40, 40]


@pytest.mark.django_db
@pytest.mark.parametrize("name", [SWELLING, "x" * 160, "abdul" + "ﷺ" * 150])
def test_a_name_of_endless_words_is_kept_and_found(name):
    client = ClientFactory(name=name)
    CaseFactory(client=client)

    assert possible_duplicates(people.ani(), Sought(name, client.birth_date)) == [client]
    assert Client.objects.filter(keys_index__found=asked_for(name, loosely=True)).get() == client
