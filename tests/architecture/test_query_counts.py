"""No list asks the database more than it must, however many rows it shows (pages about one row: tests/matrix)."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests import people
from tests.care.delivery_factories import CareGroupFactory, DeliveryFactory
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import CaseFactory
from tests.matrix.judges import MOST_QUERIES
from tests.partners.factories import AgreementFactory
from tests.screening.factories import ScreeningFactory
from tests.undoing import undone
from tests.urls import LISTS, anywhere


MANY = 30


class AnsweredFactory(ScreeningFactory):
    """Answers are sealed: a list that opens them fetches the keys at once."""

    answered = True


PERSONS = (people.ani, people.budi, people.eko, people.fitri, people.gita)


@pytest.fixture(scope="module")
def crowd(django_db_setup, django_db_blocker):
    """More of everything than a page may ask for one by one."""
    with django_db_blocker.unblock(), transaction.atomic():
        for factory in (
            CaseFactory,
            PlacementFactory,
            WaitingEntryFactory,
            FollowUpFactory,
            AnsweredFactory,
            AgreementFactory,
            DeliveryFactory,
            CareGroupFactory,
        ):
            factory.create_batch(MANY)
        yield
        transaction.set_rollback(True)


def too_curious(client, name: str) -> list[str]:
    """The questions of a page that asks too many."""
    url = anywhere(name)
    b"".join(client.get(url))  # what a process learns once is not counted
    with CaptureQueriesContext(connection) as asked:
        b"".join(client.get(url))
    return [name, *(q["sql"][:100] for q in asked)] if len(asked) > MOST_QUERIES else []


@pytest.mark.parametrize("person", PERSONS)
def test_a_list_asks_few_questions_however_long_it_is(crowd, client, person):
    with undone():
        client.force_login(person())

        assert [found for name in LISTS if (found := too_curious(client, name))] == []
