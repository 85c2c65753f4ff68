"""The keys stand inside the fence: a leaked value is not enough."""

import pytest
from django.db import ProgrammingError, transaction

from accounts.scopes import scope_of
from clients.models import Client
from clients.services.intake import register_client
from common.models import DataKey
from common.scope import acting
from common.sealed import datakeys
from tests import people
from tests.clients.factories import ClientFactory, ShareFactory
from tests.clients.registering import NIK, facts


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_is_remembered():
    datakeys.forget_all()
    yield
    datakeys.forget_all()


def test_a_key_is_seen_by_whoever_sees_the_person():
    client = ClientFactory(phone="081234567890")
    ShareFactory(client=client, institution=people.kenanga())
    for person in (people.ani(), people.eko(), people.gita()):
        datakeys.forget_all()
        with acting(scope_of(person)):
            assert Client.objects.get().phone == "081234567890"


def test_a_key_is_not_there_for_a_stranger():
    client = ClientFactory(phone="081234567890")
    datakeys.forget_all()

    with acting(scope_of(people.citra())):
        assert not DataKey.objects.exists()
        assert datakeys.find(client.key_id) is None


def test_a_person_is_registered_inside_the_fence(at):
    with acting(scope_of(people.ani())):
        client = register_client(**facts(people.ani()), at=at)
        datakeys.forget_all()

        assert Client.objects.get(pk=client.pk).nik == NIK


@pytest.mark.parametrize(
    "act", [lambda rows: rows.delete(), lambda rows: rows.update(kek="other")], ids=["del", "set"]
)
def test_nobody_at_the_site_destroys_or_changes_a_key(act):
    ClientFactory()

    with acting(scope_of(people.ani())), pytest.raises(ProgrammingError), transaction.atomic():
        act(DataKey.objects.all())


def test_a_key_that_is_taken_is_never_made_again():
    client = ClientFactory(institution=people.kenanga(), phone="081234567890")
    datakeys.forget_all()

    with acting(scope_of(people.ani())), pytest.raises(Exception, match="is taken"):
        datakeys.make(client.key_id)
