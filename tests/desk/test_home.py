from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from common.tasks import count_the_nation
from tests import people
from tests.care.factories import PlacementFactory
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db

ROLES = [people.ani, people.budi, people.eko, people.dewi, people.fitri, people.gita, people.hadi]


@pytest.mark.parametrize("person", ROLES)
def test_each_role_has_a_home(client, person):
    client.force_login(person())

    response = client.get(reverse("desk:home"))

    assert response.status_code == 200
    assert response.content.count(b"<h1") == 1


def test_the_greeting_follows_the_hour():
    from desk.views import greeting

    assert [greeting(hour) for hour in (7, 12, 16, 20)] == [
        "Selamat pagi",
        "Selamat siang",
        "Selamat sore",
        "Selamat malam",
    ]


def test_overdue_work_is_visible_at_once(client):
    case = CaseFactory(next_due_on=timezone.localdate() - timedelta(days=2))
    client.force_login(people.ani())

    page = client.get(reverse("desk:home")).content.decode()

    assert case.client.registration_number in page
    assert "Lewat 2 hari" in page


def test_a_manager_finds_the_requests_to_answer(client):
    placement = PlacementFactory()
    client.force_login(people.eko())

    page = client.get(reverse("desk:home")).content.decode()

    assert reverse("care:placement", args=[placement.pk]) in page


def test_the_ministry_sees_figures_and_no_client(client):
    case = CaseFactory(client__name="Rian Saputra")
    client.force_login(people.fitri())

    page = client.get(reverse("desk:home")).content.decode()

    assert case.client.registration_number not in page
    assert "Rian" not in page
    assert "Kota Bogor" not in page


def test_notices_never_name_a_client(client):
    case = CaseFactory(client__name="Rian Saputra", next_due_on=timezone.localdate())
    client.force_login(people.ani())

    page = client.get(reverse("desk:notices")).content.decode()

    assert case.client.registration_number in page
    assert "Rian" not in page
    assert "R.S." not in page


@pytest.mark.parametrize("person", ROLES)
def test_a_home_costs_the_same_for_one_row_as_for_twenty_five(client, person):
    user = person()
    count_the_nation()
    client.force_login(user)
    PlacementFactory(case__next_due_on=timezone.localdate())
    one = _queries(client)

    for _number in range(24):
        PlacementFactory(case__next_due_on=timezone.localdate())

    assert _queries(client) == one
    assert one <= 8


def _queries(client) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(reverse("desk:home"))
    return len(captured)
