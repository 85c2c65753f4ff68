"""What the two journeys of script/bench cost: fewer questions here is less waiting at every desk."""

import pytest
from django.utils import timezone

from clients.models import Client
from screening.models import Screening
from tests import people
from tests.clients.factories import CaseFactory, ConsentFactory
from tests.journeys import Traveller
from tools.bench.journeys import intake, screening


pytestmark = pytest.mark.django_db

INTAKE, SCREENING = (6, 30), (29, 150)


def test_an_intake_asks_at_most_thirty_times(client):
    client.force_login(people.ani())
    intake(
        Traveller(client), today=timezone.localdate()
    )  # what a process learns once is not counted
    traveller = Traveller(client)

    intake(traveller, today=timezone.localdate())

    requests, queries = INTAKE
    assert Client.objects.count() == 2
    assert traveller.requests == requests
    assert traveller.queries <= queries


def test_a_screening_asks_at_most_a_hundred_and_fifty_times(client):
    case = CaseFactory(lead_worker=people.ani())
    ConsentFactory(client=case.client)
    client.force_login(people.ani())
    traveller = Traveller(client)

    screening(traveller, case=case.pk)

    requests, queries = SCREENING
    assert Screening.objects.get().proposed_base
    assert traveller.requests == requests
    assert traveller.queries <= queries
