"""Services given, groups and their meetings."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from tests import people
from tests.access import CARING, FILE, LISTS, of_institution, only, said, within
from tests.care.delivery_factories import (
    AidFactory,
    AttendanceFactory,
    CareGroupFactory,
    MembershipFactory,
    with_proof,
)
from tests.clients.factories import CaseFactory, ShareFactory
from tests.matrix.world import World
from tests.route import TODAY, Door, Form, Route


AID = {"item": "Sembako", "quantity": "2", "unit": "paket", "value": "250000", "handed_to": "Ibu"}


TRAINING = {
    "topic": "Barista",
    "hours": "40",
    "provider_name": "LKP Contoh",
    "starts_on": TODAY,
    "ends_on": TODAY,
}


def _delivery(name: str, **body: Any) -> Callable[[], Door]:
    def door() -> Door:
        case = CaseFactory(in_service=True)
        url = reverse(f"care:deliver_{name}", args=[case.pk])
        return Door(people.ani(), url, {"held_on": TODAY, "next_on": TODAY, **body})

    return door


def _delivery_proof() -> Door:
    """As an IPWL that serves the client and sees the file masked."""
    row = with_proof(AidFactory())
    ShareFactory(client=row.delivery.case.client, institution=people.harapan())
    row.delivery.case.supporters.add(people.dewi())
    url = reverse("care:delivery_proof", args=[row.delivery_id])
    return Door(people.dewi(), url, {"purpose": "check"})


def _group_new() -> Door:
    body = {"name": "Melati Pagi", "started_on": TODAY}
    return Door(people.ani(), reverse("care:group_new"), body)


def _of_a_group(name: str) -> Callable[[], Door]:
    def door() -> Door:
        group = MembershipFactory(group__facilitator=people.ani()).group
        body = {"on": TODAY, "time": "00:00", "topic": "Rencana minggu ini"}
        return Door(people.ani(), reverse(f"care:group_{name}", args=[group.pk]), body)

    return door


def _group_join() -> Door:
    url = reverse("care:group_join", args=[CareGroupFactory().pk])
    return Door(people.ani(), url, {"on": TODAY, "case": CaseFactory(in_service=True).pk})


def _meeting_correct() -> Door:
    row = AttendanceFactory()
    url = reverse("care:meeting_correct", args=[row.session_id])
    return Door(people.ani(), url, {f"status_{row.case_id}": "absent"})


def _member(name: str, **body: Any) -> Callable[[], Door]:
    def door() -> Door:
        url = reverse(f"care:member_{name}", args=[MembershipFactory().pk])
        return Door(people.ani(), url, {"on": TODAY, **body})

    return door


def _roll(rows: Any, status: str) -> dict[str, str]:
    return {f"status_{case_id}": status for case_id in rows.values_list("case_id", flat=True)}


def _joins(world: World, relation: str) -> dict[str, Any]:
    return {"case": world.of(relation, "accepted").case.pk}


def _absent(world: World, relation: str) -> dict[str, Any]:
    return _roll(world.institutions[relation]["meeting"].attendances, "absent")


def _present(world: World, relation: str) -> dict[str, Any]:
    return _roll(world.institutions[relation]["group"].memberships, "present")


# A group is read by its institution, and led by whoever has a client in it.
READ_IN_THE_INSTITUTION = of_institution(own=said(f"{CARING} auditor"), other=said("auditor"))
DONE_IN_THE_INSTITUTION = of_institution(
    own=said(CARING, auditor="403", colleague="403"), other=said(auditor="403")
)

ROUTES = [
    Route(
        "care:delivery_log",
        statuses={"GET": LISTS},
        blind="asked for by the institution that gave it",
        asked="bulan halaman",
    ),
    Route(
        "care:deliveries",
        about="client",
        stage="active",
        statuses={"GET": FILE},
        asked="komponen halaman",
    ),
    Route(
        "care:deliver_session",
        about="client",
        stage="active",
        door=_delivery("session"),
        statuses={"GET POST": within(CARING, CARING)},
        strangers={"worker": people.citra},
    ),
    Route(
        "care:deliver_visit",
        about="client",
        stage="active",
        door=_delivery("visit", met="Ibu klien"),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:deliver_aid",
        about="client",
        stage="active",
        door=_delivery("aid", **AID),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:deliver_training",
        about="client",
        stage="active",
        door=_delivery("training", **TRAINING),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "care:delivery",
        about="delivery",
        stage="active",
        statuses={"GET": FILE},
    ),
    Route(
        "care:delivery_proof",
        about="delivery",
        stage="active",
        door=_delivery_proof,
        form=Form.SHOWN_ONCE,
        statuses={"GET POST": FILE},
        answers={"POST": "200"},
    ),
    Route(
        "care:groups",
        statuses={"GET": LISTS},
        blind="asked for by the institution whose groups they are",
        asked="halaman",
    ),
    Route(
        "care:group_new",
        door=_group_new,
        # Who has moved away names a facilitator of the institution that was theirs.
        statuses={"GET": only(CARING), "POST": only(CARING, moved="422")},
        blind="a form",
        strangers={"facilitator": people.citra},
    ),
    Route(
        "care:group",
        about="group",
        statuses={"GET": READ_IN_THE_INSTITUTION},
    ),
    Route(
        "care:group_edit",
        about="group",
        door=_of_a_group("edit"),
        statuses={"GET POST": DONE_IN_THE_INSTITUTION},
        blind="asked for by the institution whose group it is",
    ),
    Route(
        "care:group_join",
        at_home=_joins,
        about="group",
        stage="accepted",
        door=_group_join,
        statuses={"GET POST": DONE_IN_THE_INSTITUTION},
        blind="asked for by the institution whose group it is",
        strangers={
            "case": lambda: CaseFactory(in_service=True, client__registered_by=people.citra())
        },
    ),
    Route(
        "care:group_meet",
        at_home=_present,
        about="group",
        door=_of_a_group("meet"),
        statuses={"GET POST": DONE_IN_THE_INSTITUTION},
        blind="asked for by the institution whose group it is",
    ),
    Route(
        "care:meeting",
        about="meeting",
        statuses={"GET": READ_IN_THE_INSTITUTION},
    ),
    Route(
        "care:meeting_correct",
        at_home=_absent,
        about="meeting",
        door=_meeting_correct,
        statuses={"GET POST": DONE_IN_THE_INSTITUTION},
        blind="asked for by the institution whose meeting it was",
    ),
    Route(
        "care:member",
        about="membership",
        stage="active",
        statuses={"GET": FILE},
    ),
    Route(
        "care:member_step",
        about="membership",
        stage="active",
        door=_member("step", phase="younger", level="values", values_on=TODAY),
        statuses={"GET POST": within(CARING, CARING)},
        blind="asked for by the institution whose group it is",
    ),
    Route(
        "care:member_leave",
        about="membership",
        stage="active",
        door=_member("leave"),
        statuses={"GET POST": within(CARING, CARING)},
        blind="asked for by the institution whose group it is",
    ),
]
