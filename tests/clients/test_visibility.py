"""Who sees a client and the cases (architecture, section 4)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clients.enums import EventKind
from clients.models import Case, CaseEvent, Client
from tests import people
from tests.clients.factories import CaseFactory, ShareFactory


pytestmark = pytest.mark.django_db

EVERYONE = ("ani", "budi", "citra", "dewi", "eko", "fitri", "gita", "hadi")


def those_who_see(case: Case) -> set[str]:
    """Asked of clients, cases and events alike: the three must never differ."""
    event = CaseEvent.objects.create(
        case=case, kind=EventKind.NOTE, at=case.lead_worker.date_joined, actor=case.lead_worker
    )
    answers = {
        model: {
            name
            for name in EVERYONE
            if model.objects.visible_to(getattr(people, name)()).filter(pk=pk).exists()
        }
        for model, pk in ((Client, case.client_id), (Case, case.pk), (CaseEvent, event.pk))
    }
    assert answers[Client] == answers[Case] == answers[CaseEvent]
    return answers[Case]


def test_a_client_is_seen_by_their_worker_her_supervisor_and_the_auditor():
    assert those_who_see(CaseFactory()) == {"ani", "budi", "gita"}


def test_a_social_worker_sees_no_colleagues_client():
    assert those_who_see(CaseFactory(lead_worker=people.budi())) == {"budi", "gita"}


def test_a_supporter_sees_the_client_they_support():
    case = CaseFactory(lead_worker=people.budi())

    case.supporters.add(people.ani())

    assert those_who_see(case) == {"ani", "budi", "gita"}


def test_a_live_share_opens_the_file_to_the_heads_of_the_receiver():
    case = CaseFactory()

    ShareFactory(client=case.client)

    assert those_who_see(case) == {"ani", "budi", "eko", "gita"}


def test_a_receivers_social_worker_sees_the_shared_client_they_support():
    case = CaseFactory()
    ShareFactory(client=case.client)

    case.supporters.add(people.citra())

    assert those_who_see(case) == {"ani", "budi", "citra", "eko", "gita"}


def test_a_share_to_an_ipwl_opens_the_file_to_its_staff():
    case = CaseFactory()

    ShareFactory(client=case.client, institution=people.harapan())

    assert those_who_see(case) == {"ani", "budi", "dewi", "gita"}


def test_a_share_that_ran_out_opens_nothing():
    case = CaseFactory()

    ShareFactory(client=case.client, ends_on=timezone.localdate() - timedelta(days=2))

    assert those_who_see(case) == {"ani", "budi", "gita"}


def test_support_without_a_share_opens_nothing_to_another_institution():
    case = CaseFactory()

    case.supporters.add(people.citra())

    assert those_who_see(case) == {"ani", "budi", "gita"}


@pytest.mark.parametrize("name", EVERYONE)
def test_an_account_that_was_closed_sees_nothing(name):
    CaseFactory()
    person = getattr(people, name)()
    person.is_active = False

    assert not Client.objects.visible_to(person).exists()
    assert not Case.objects.visible_to(person).exists()
