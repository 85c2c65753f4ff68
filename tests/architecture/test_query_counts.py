"""No page asks the database more than it must, however many rows it shows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import people
from tests.architecture.test_wild_input import OF_ONE_ROW, OURS, _somewhere
from tests.care.delivery_factories import CareGroupFactory, DeliveryFactory
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import CaseFactory
from tests.partners.factories import AgreementFactory
from tests.screening.factories import ScreeningFactory


pytestmark = pytest.mark.django_db

MOST = 25
MANY = 30
LISTS = sorted(set(OURS) - set(OF_ONE_ROW))


@pytest.fixture
def crowd(client):
    """More of everything than a page may ask for one by one."""
    for factory in (
        CaseFactory,
        PlacementFactory,
        WaitingEntryFactory,
        FollowUpFactory,
        ScreeningFactory,
        AgreementFactory,
        DeliveryFactory,
        CareGroupFactory,
    ):
        factory.create_batch(MANY)


def too_curious(client, name: str) -> list[str]:
    """The questions of a page that asks too many."""
    url = _somewhere(name)
    b"".join(client.get(url))  # what a process learns once is not counted
    with CaptureQueriesContext(connection) as asked:
        b"".join(client.get(url))
    return [name, *(query["sql"][:100] for query in asked)] if len(asked) > MOST else []


@pytest.mark.parametrize("person", [people.ani, people.budi, people.eko, people.fitri, people.gita])
def test_a_list_asks_few_questions_however_long_it_is(crowd, client, person):
    client.force_login(person())

    assert [found for name in LISTS if (found := too_curious(client, name))] == []


@pytest.mark.parametrize("name", OF_ONE_ROW)
def test_a_page_about_one_row_asks_few_questions(client, name):
    client.force_login(people.ani())

    assert too_curious(client, name) == []
