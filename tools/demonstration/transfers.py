"""People who move on from Sentra Galih Pakuan: asked for, on the way too long, arrived; and who helps beside."""

from datetime import timedelta

from care.enums import PlacementStatus, TransferReason
from care.models import Placement, Transfer
from care.placement.services.receivers import Receiver
from care.transfer.services.arrivals import ask_after_arrival
from care.transfer.services.asking import Handover, accept_transfer, propose_transfer
from care.transfer.services.journey import Departure, confirm_arrival, depart
from care.transfer.services.supporting import (
    Support,
    agree_to_support,
    ask_support,
    give_support_task,
)
from clients.models import Case
from partners.enums import CareBase
from tools.demonstration.world import World


def tell(world: World) -> None:
    here = Placement.objects.filter(
        status=PlacementStatus.ACTIVE, institution=world.places["galih"]
    )
    rows = here.filter(case__institution=world.places["galih"]).select_related("case__lead_worker")
    asked, travelling, arrived, helped = rows.order_by("pk")[:4]
    _propose(world, asked.case, ago=1)
    late = _leave(world, travelling.case, ago=4)
    ask_after_arrival(transfer=late, at=world.clock.now)
    there = _leave(world, arrived.case, ago=6)
    confirm_arrival(
        transfer=there,
        arrived_on=world.clock.day(5),
        note="Tiba dengan sehat, obat dan barang lengkap.",
        actor=world.head_of("harapan"),
        at=world.clock.at(world.clock.day(5)),
    )
    _support(world, helped.case)


def _propose(world: World, case: Case, *, ago: int) -> Transfer:
    clock = world.clock
    day = clock.day(ago)
    return propose_transfer(
        case=case,
        receiver=Receiver(CareBase.INSTITUTION, world.places["harapan"]),
        handover=Handover(
            TransferReason.STEP_DOWN,
            day + timedelta(days=2),
            "Dua tinjauan terakhir baik. Lanjutkan konseling mingguan dan kunjungan rumah.",
        ),
        actor=case.lead_worker,
        at=clock.at(day),
    )


def _leave(world: World, case: Case, *, ago: int) -> Transfer:
    clock = world.clock
    asked = _propose(world, case, ago=ago + 2)
    accepted = accept_transfer(
        transfer=asked,
        note="Silakan, kamar sudah disiapkan.",
        worker=None,
        actor=world.head_of("harapan"),
        at=clock.at(clock.day(ago + 1)),
    )
    day = clock.day(ago)
    spoke = "Pekerja sosial berbicara dengan petugas IPWL lewat telepon, jadwal jemput disepakati."
    return depart(
        transfer=accepted,
        departure=Departure(day, day, spoke),
        actor=case.lead_worker,
        at=clock.at(day),
    )


def _support(world: World, case: Case) -> None:
    clock = world.clock
    first = clock.day(20)
    support = ask_support(
        case=case,
        receiver=Receiver(CareBase.INSTITUTION, world.places["harapan"]),
        support=Support(
            "Kunjungan rumah dan kelompok dukungan keluarga.", first, first + timedelta(days=90)
        ),
        actor=case.lead_worker,
        at=clock.at(first),
    )
    agree_to_support(
        support=support,
        note="Kunjungan tiap dua minggu.",
        worker=None,
        actor=world.head_of("harapan"),
        at=clock.at(clock.day(18)),
    )
    give_support_task(
        support=support,
        detail="Kunjungan rumah bersama kader, bahas rencana pulang.",
        due_on=clock.today + timedelta(days=3),
        actor=case.lead_worker,
        at=clock.now,
    )
    contact = case.client.family_contacts.first()
    if contact is not None:
        ask_support(
            case=case,
            receiver=Receiver(CareBase.FAMILY, family_contact=contact),
            support=Support(
                "Mendampingi kunjungan akhir pekan.", first, first + timedelta(days=90)
            ),
            actor=case.lead_worker,
            at=clock.at(first),
        )
