"""Strangers get 404, colleagues without the right 403, and nobody is told more than that."""

import pytest
from django.urls import reverse

from accounts.enums import Role
from accounts.models import User
from care.models import FollowUp, Placement
from common.models import ReadLog
from tests import people
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db


def manager_of(institution):
    return User.objects.create_user(
        f"kepala-{institution.pk}@contoh.id",
        name="Hadi Wijaya",
        role=Role.BALAI_MANAGER,
        institution=institution,
    )


PLACEMENT_PAGES = ["placement", "accept", "decline", "withdraw", "start", "review", "end"]


@pytest.mark.parametrize("page", PLACEMENT_PAGES)
@pytest.mark.parametrize("stranger", [people.citra, people.dewi, people.fitri])
def test_strangers_find_no_placement(signed_in, page, stranger):
    placement = PlacementFactory()

    answer = signed_in(stranger()).get(reverse(f"care:{page}", args=[placement.pk]))

    assert answer.status_code == 404


@pytest.mark.parametrize("page", ["open", "request", "next_follow_up"])
@pytest.mark.parametrize("stranger", [people.citra, people.dewi, people.fitri])
def test_strangers_find_no_case(signed_in, page, stranger):
    case = CaseFactory(to_place=True)

    assert signed_in(stranger()).get(reverse(f"care:{page}", args=[case.pk])).status_code == 404


@pytest.mark.parametrize("page", ["client", "aftercare"])
@pytest.mark.parametrize("stranger", [people.citra, people.dewi, people.fitri])
def test_strangers_find_no_client(signed_in, page, stranger):
    case = CaseFactory()

    answer = signed_in(stranger()).get(reverse(f"care:{page}", args=[case.client_id]))

    assert answer.status_code == 404


@pytest.mark.parametrize("stranger", [people.citra, people.dewi, people.eko, people.fitri])
def test_strangers_find_no_follow_up(signed_in, stranger):
    address = reverse("care:follow_up", args=[FollowUpFactory().pk])

    assert signed_in(stranger()).get(address).status_code == 404


@pytest.mark.parametrize(
    ("page", "colleague"),
    [
        ("accept", people.ani),
        ("decline", people.ani),
        ("accept", people.budi),
        ("withdraw", people.eko),
        *((page, people.gita) for page in PLACEMENT_PAGES if page != "placement"),
    ],
)
def test_colleagues_without_the_right_are_refused(signed_in, page, colleague):
    placement = PlacementFactory()

    answer = signed_in(colleague()).post(reverse(f"care:{page}", args=[placement.pk]))

    assert answer.status_code == 403


def test_a_worker_who_only_carries_the_case_does_not_answer_for_the_places(signed_in):
    placement = PlacementFactory()
    placement.case.supporters.add(people.citra())

    answer = signed_in(people.citra()).get(reverse("care:accept", args=[placement.pk]))

    assert answer.status_code == 403


def test_the_receiver_does_not_send_the_case_on(signed_in):
    placement = PlacementFactory()

    answer = signed_in(people.eko()).get(reverse("care:request", args=[placement.case_id]))

    assert answer.status_code == 403


@pytest.mark.parametrize("person", [people.ani, people.budi, people.eko])
def test_both_sides_may_serve(signed_in, person):
    placement = PlacementFactory(active=True)

    answer = signed_in(person()).get(reverse("care:review", args=[placement.pk]))

    assert answer.status_code == 200


def test_the_auditor_reads_everything(signed_in):
    placement = PlacementFactory(ended=True)
    follow_up = FollowUpFactory(case=placement.case)
    gita = signed_in(people.gita())

    pages = [
        reverse("care:placements"),
        reverse("care:placement", args=[placement.pk]),
        reverse("care:client", args=[placement.client_id]),
        reverse("care:schedule"),
        reverse("care:aftercare", args=[placement.client_id]),
        reverse("care:follow_up", args=[follow_up.pk]),
    ]

    assert [gita.get(page).status_code for page in pages] == [200] * 6


def test_the_auditor_records_no_contact(signed_in):
    follow_up = FollowUpFactory()

    answer = signed_in(people.gita()).post(reverse("care:follow_up", args=[follow_up.pk]))

    assert answer.status_code == 403
    assert not FollowUp.objects.get().contacts.exists()


def test_a_manager_answers_only_for_their_own_places(signed_in):
    placement = PlacementFactory()

    answer = signed_in(manager_of(people.melati())).post(
        reverse("care:accept", args=[placement.pk])
    )

    assert answer.status_code == 403
    assert Placement.objects.get().answered_by is None


@pytest.mark.parametrize("page", PLACEMENT_PAGES)
def test_an_unknown_number_is_not_found(signed_in, page):
    assert signed_in(people.ani()).get(reverse(f"care:{page}", args=[987654])).status_code == 404


@pytest.mark.parametrize("page", ["client", "aftercare"])
def test_opening_a_persons_page_is_logged(signed_in, page):
    case = CaseFactory(in_aftercare=True)

    signed_in(people.gita()).get(reverse(f"care:{page}", args=[case.client_id]))

    assert ReadLog.objects.get().client_ids == [case.client_id]


def test_whoever_is_not_signed_in_is_asked_to(client):
    answer = client.get(reverse("care:placements"))

    assert answer.status_code == 302
    assert "masuk" in answer.url or "login" in answer.url
