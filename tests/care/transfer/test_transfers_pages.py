import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from care.enums import PlacementStatus, TransferStatus
from care.models import Placement, Transfer
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.transfer_factories import TransferFactory
from tests.clients.factories import ConsentFactory, FamilyContactFactory


pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def page_of(browser, name, row):
    return browser.get(reverse(f"care:{name}", args=[row.pk]))


def send(browser, name, row, **body):
    return browser.post(reverse(f"care:{name}", args=[row.pk]), body)


def handover(**body):
    usual = {"reason": "step_down", "planned_on": TODAY.isoformat(), "handover_note": "Baik."}
    return {**usual, **body}


def test_the_keeper_proposes_a_transfer_to_an_institution(signed_in):
    case, harapan = PlacementFactory(active=True).case, people.harapan()

    answer = send(signed_in(people.ani()), "transfer_new", case, **handover(institution=harapan.pk))

    assert answer.url == reverse("care:transfer_open", args=[case.pk])
    assert Transfer.objects.get().institution == harapan


def test_the_keeper_proposes_a_transfer_home(signed_in):
    case = PlacementFactory(active=True).case
    contact = FamilyContactFactory(client=case.client)
    url = reverse("care:transfer_new", args=[case.pk]) + "?basis=family"

    signed_in(people.ani()).post(url, handover(family_contact=contact.pk))

    assert Transfer.objects.get().status == TransferStatus.ACCEPTED


def test_the_page_offers_places_of_the_base_asked_for(signed_in):
    case, harapan = PlacementFactory(active=True).case, people.harapan()
    url = reverse("care:transfer_new", args=[case.pk])

    page = signed_in(people.ani()).get(f"{url}?basis=institution&alasan=step_down")

    assert [one.institution for one in page.context["candidates"]] == [harapan]
    assert page.context["form"].initial["reason"] == "step_down"


def test_one_is_not_offered_the_place_where_one_is(signed_in):
    case = PlacementFactory(active=True).case
    url = reverse("care:transfer_new", args=[case.pk])

    page = signed_in(people.ani()).get(f"{url}?basis=balai")

    assert people.kenanga() not in [one.institution for one in page.context["candidates"]]


def test_without_consent_only_a_letter_is_left(signed_in):
    case = PlacementFactory(active=True).case
    people.harapan()
    ConsentFactory(client=case.client, withdrawn_at=timezone.now(), withdrawn_by="self")

    page = page_of(signed_in(people.ani()), "transfer_new", case)

    assert reverse("care:referral_letter", args=[case.pk]) in page.content.decode()
    assert 'name="institution"' not in page.content.decode()


def test_the_letter_names_the_person_and_leaves_the_rest_to_the_hand(signed_in):
    placement = PlacementFactory(active=True)

    page = page_of(signed_in(people.ani()), "referral_letter", placement.case)

    assert placement.client.name in page.content.decode()
    assert page.status_code == 200


def test_who_keeps_the_case_moves_it_and_nobody_else(signed_in):
    case = PlacementFactory(active=True).case

    assert page_of(signed_in(people.eko()), "transfer_new", case).status_code == 403
    assert page_of(signed_in(people.dewi()), "transfer_new", case).status_code == 404


def test_a_handover_without_a_note_is_refused_and_the_input_kept(signed_in):
    case, harapan = PlacementFactory(active=True).case, people.harapan()

    answer = send(
        signed_in(people.ani()),
        "transfer_new",
        case,
        **handover(institution=harapan.pk, handover_note=""),
    )

    assert answer.status_code == 422
    assert answer.context["form"].chosen == str(harapan.pk)


def test_a_transfer_goes_its_whole_way_in_the_browser(signed_in):
    transfer = TransferFactory()
    dewi, ani = signed_in(people.dewi()), signed_in(people.ani())
    yesterday = (TODAY - dt.timedelta(days=1)).isoformat()

    send(dewi, "transfer_accept", transfer, note="Silakan.")
    Transfer.objects.update(answered_at=timezone.now() - dt.timedelta(days=2))
    left = {"on": yesterday, "contact_on": yesterday, "contact_note": "Ani dan Dewi."}
    send(ani, "transfer_depart", transfer, **left)
    answer = send(dewi, "transfer_arrive", transfer, arrived_on=TODAY.isoformat(), note="Sehat.")

    assert answer.url == reverse("care:transfer", args=[transfer.pk])
    assert Transfer.objects.get().status == TransferStatus.ARRIVED
    active = Placement.objects.get(status=PlacementStatus.ACTIVE)
    assert active.institution == people.harapan()


def test_the_page_says_until_when_the_sender_reads(signed_in):
    transfer = TransferFactory(travelling=True)
    dewi = signed_in(people.dewi())
    send(dewi, "transfer_arrive", transfer, arrived_on=TODAY.isoformat())

    page = page_of(dewi, "transfer", transfer)

    assert "dapat membaca berkas ini sampai" in page.content.decode()


def test_the_sender_reads_the_file_after_arrival_and_gets_no_form(signed_in):
    transfer = TransferFactory(travelling=True)
    send(signed_in(people.dewi()), "transfer_arrive", transfer, arrived_on=TODAY.isoformat())
    eko = signed_in(people.eko())

    assert page_of(eko, "transfer", transfer).status_code == 200
    note = reverse("clients:note", args=[transfer.client.pk])
    assert eko.post(note, {"kind": "contact"}).status_code == 403


def test_who_declined_is_led_to_the_list(signed_in):
    transfer = TransferFactory()
    dewi = signed_in(people.dewi())

    answer = send(dewi, "transfer_decline", transfer, reason="full", note="")

    assert answer.url == reverse("care:transfers")
    assert page_of(dewi, "transfer", transfer).status_code == 404


def test_only_the_receiver_confirms_arrival(signed_in):
    transfer = TransferFactory(travelling=True)

    assert page_of(signed_in(people.ani()), "transfer_arrive", transfer).status_code == 403
    assert page_of(signed_in(people.dewi()), "transfer_arrive", transfer).status_code == 200


def test_a_second_arrival_is_told_in_a_sentence(signed_in):
    transfer = TransferFactory(travelling=True)
    dewi = signed_in(people.dewi())
    send(dewi, "transfer_arrive", transfer, arrived_on=TODAY.isoformat())

    answer = send(dewi, "transfer_arrive", transfer, arrived_on=TODAY.isoformat())

    assert answer.status_code == 422
    assert "Statusnya sudah" in answer.content.decode()


def test_the_keeper_hears_that_somebody_is_late(signed_in):
    transfer = TransferFactory(travelling=True)

    page = page_of(signed_in(people.ani()), "transfer", transfer)

    assert "Kedatangan belum dipastikan." in page.content.decode()


def test_each_side_has_its_list(signed_in):
    transfer = TransferFactory()

    incoming = signed_in(people.dewi()).get(reverse("care:transfers"))
    outgoing = signed_in(people.eko()).get(reverse("care:transfers") + "?arah=outgoing")

    assert [row.pk for row in incoming.context["page_obj"]] == [transfer.pk]
    assert [row.pk for row in outgoing.context["page_obj"]] == [transfer.pk]


def test_the_placements_of_a_client_show_where_they_go(signed_in):
    transfer = TransferFactory()

    page = signed_in(people.ani()).get(reverse("care:client", args=[transfer.client.pk]))

    assert reverse("care:transfer", args=[transfer.pk]) in page.content.decode()


def test_a_running_placement_can_be_moved_on(signed_in):
    placement = PlacementFactory(active=True)
    link = reverse("care:transfer_new", args=[placement.case_id])

    assert link in page_of(signed_in(people.ani()), "placement", placement).content.decode()
    assert link not in page_of(signed_in(people.eko()), "placement", placement).content.decode()
