import pytest
from django.urls import reverse

from care.enums import DeclineReason, PlacementStatus
from care.models import Placement
from care.placement.selectors.places import Occupancy
from tests import people
from tests.care.factories import PlacementFactory


pytestmark = pytest.mark.django_db


def test_the_head_of_the_balai_accepts_and_names_a_worker(signed_in):
    placement, citra = PlacementFactory(), people.citra()
    eko = signed_in(people.eko())

    answer = eko.post(
        reverse("care:accept", args=[placement.pk]), {"worker": citra.pk, "note": "Silakan."}
    )

    assert answer.url == reverse("care:placement", args=[placement.pk])
    assert Placement.objects.get().status == PlacementStatus.ACCEPTED
    assert signed_in(citra).get(answer.url).status_code == 200


def test_only_colleagues_can_be_named(signed_in):
    placement = PlacementFactory()

    answer = signed_in(people.eko()).post(
        reverse("care:accept", args=[placement.pk]), {"worker": people.ani().pk}
    )

    assert answer.status_code == 422
    assert Placement.objects.get().status == PlacementStatus.REQUESTED


def test_the_page_says_how_many_places_are_taken(signed_in):
    placement = PlacementFactory()
    PlacementFactory(accepted=True)

    page = signed_in(people.eko()).get(reverse("care:accept", args=[placement.pk]))

    assert page.context["occupancy"] == Occupancy(taken=1, capacity=10)
    assert "1 dari 10" in page.content.decode()


def test_a_full_institution_is_told_in_a_sentence(signed_in):
    kenanga = people.kenanga()
    kenanga.capacity = 1
    kenanga.save()
    PlacementFactory(accepted=True)

    answer = signed_in(people.eko()).post(reverse("care:accept", args=[PlacementFactory().pk]))

    assert answer.status_code == 422
    assert "Semua tempat sudah terisi" in answer.content.decode()


def test_two_browsers_decide_and_the_second_hears_of_the_first(signed_in):
    placement = PlacementFactory()
    first, second = signed_in(people.eko()), signed_in(people.eko())
    first.post(reverse("care:accept", args=[placement.pk]))

    late = second.post(
        reverse("care:decline", args=[placement.pk]), {"reason": DeclineReason.MEDICAL}
    )

    assert late.status_code == 422
    assert "Statusnya sudah “Diterima”" in late.content.decode()
    assert Placement.objects.get().status == PlacementStatus.ACCEPTED


def test_a_refusal_leads_back_to_the_list_because_the_file_is_out_of_sight(signed_in):
    placement = PlacementFactory()
    eko = signed_in(people.eko())

    answer = eko.post(
        reverse("care:decline", args=[placement.pk]), {"reason": DeclineReason.MEDICAL}
    )

    assert answer.url == reverse("care:placements")
    assert eko.get(reverse("care:placement", args=[placement.pk])).status_code == 404


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"reason": "because"},
        {"reason": DeclineReason.OTHER, "note": ""},
        {"reason": DeclineReason.FULL, "note": "a\0b"},
        {"reason": DeclineReason.FULL, "note": "x" * 10_000},
    ],
)
def test_a_refusal_needs_a_reason_that_can_be_read(signed_in, sent):
    placement = PlacementFactory()

    answer = signed_in(people.eko()).post(reverse("care:decline", args=[placement.pk]), sent)

    assert answer.status_code == 422
    assert Placement.objects.get().status == PlacementStatus.REQUESTED


def test_the_sender_takes_a_request_back(signed_in):
    placement = PlacementFactory()

    answer = signed_in(people.ani()).post(
        reverse("care:withdraw", args=[placement.pk]), {"note": "Keluarga pindah."}
    )

    assert answer.status_code == 302
    assert Placement.objects.get().status == PlacementStatus.WITHDRAWN


def test_taking_back_needs_a_reason(signed_in):
    placement = PlacementFactory()

    answer = signed_in(people.ani()).post(reverse("care:withdraw", args=[placement.pk]))

    assert answer.status_code == 422


def test_the_buttons_on_the_page_are_those_that_would_work(signed_in):
    placement = PlacementFactory()
    address = reverse("care:placement", args=[placement.pk])

    receiver = signed_in(people.eko()).get(address).content.decode()
    sender = signed_in(people.ani()).get(address).content.decode()

    assert reverse("care:accept", args=[placement.pk]) in receiver
    assert reverse("care:withdraw", args=[placement.pk]) not in receiver
    assert reverse("care:accept", args=[placement.pk]) not in sender
    assert reverse("care:withdraw", args=[placement.pk]) in sender
