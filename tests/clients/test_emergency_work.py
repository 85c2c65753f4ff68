"""A file that was opened in an emergency is read, and is nobody's work: it stands in no list of what to do."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from accounts.scopes import scope_of
from clients.views.tasks import OF_ALL
from common.listings import LISTINGS
from common.scope import acting
from tests import people
from tests.care.delivery_factories import DeliveryFactory
from tests.care.factories import FollowUpFactory
from tests.clients.factories import BreakGlassFactory, CaseFactory
from tests.clients.task_factories import CaseTaskFactory


pytestmark = pytest.mark.django_db

WORK = (
    "desk:home",
    "desk:notices",
    "clients:tasks",
    "care:schedule",
    "care:ics",
    "care:placements",
    "care:waiting_list",
    "care:transfers",
    "care:delivery_log",
    "screening:list",
)


def hana():
    facts = {"name": "Hana", "role": Role.SOCIAL_WORKER, "institution": people.melati()}
    return User.objects.create_user("hana@contoh.id", "x", **facts)


def overdue_everywhere(**traits):
    case = CaseFactory(client__name="Rian Saputra", **traits)
    CaseTaskFactory(case=case, due_on=timezone.localdate() - dt.timedelta(days=3))
    if traits:
        FollowUpFactory(case=case, due_on=timezone.localdate())
    DeliveryFactory(case=case, held_on=timezone.localdate())
    return case


@pytest.mark.parametrize("traits", [{}, {"in_aftercare": True}])
@pytest.mark.parametrize("who", [people.eko, people.citra, people.dewi, people.fitri, hana])
def test_it_stands_in_no_work_list_of_its_reader(client, who, traits):
    case = overdue_everywhere(**traits)
    reader = who()
    BreakGlassFactory(client=case.client, user=reader)
    client.force_login(reader)

    pages = {name: client.get(reverse(name)) for name in WORK}

    assert client.get(reverse("clients:file", args=[case.client_id])).status_code == 200
    told = {name for name, page in pages.items() if knows(page.content.decode(), case)}
    assert told == set()


@pytest.mark.parametrize("listing", ["tasks", "placements", "schedule"])
def test_nor_does_it_leave_in_a_list_of_work(listing):
    case = overdue_everywhere(in_aftercare=True)
    BreakGlassFactory(client=case.client, user=people.eko())
    with acting(scope_of(people.eko())):
        found = list(LISTINGS[listing].found(people.eko(), {"milik": OF_ALL}, timezone.now()))

    assert [people for _row, people in found if case.client_id in people] == []


def knows(page, case):
    return case.client.registration_number in page or case.client.name in page


def test_its_reader_has_no_case_more_to_count(client):
    BreakGlassFactory(client=overdue_everywhere().client)
    client.force_login(people.eko())

    assert client.get(reverse("desk:home")).context["counts"]["active"] == 0
