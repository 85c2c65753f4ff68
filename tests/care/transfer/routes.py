"""Transfers and supporting bases."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.urls import reverse

from accounts.models import User
from tests import people
from tests.access import (
    CARING,
    FILE,
    LISTS,
    within,
)
from tests.care.factories import PlacementFactory
from tests.care.transfer_factories import SupportingBaseFactory, TransferFactory
from tests.clients.factories import (
    FamilyContactFactory,
)
from tests.route import NOW, TODAY, Door, Route


def _move(basis: str) -> Callable[[], Door]:
    def door() -> Door:
        case = PlacementFactory(active=True).case
        receiver = {
            "family": lambda: {"family_contact": FamilyContactFactory(client=case.client).pk},
            "institution": lambda: {"institution": people.harapan().pk},
        }[basis]()
        url = reverse("care:transfer_new", args=[case.pk])
        return Door(people.ani(), f"{url}?basis={basis}", {**receiver, "planned_on": TODAY})

    return door


def _transfer(name: str, person: Callable[[], User], **facts: Any) -> Callable[[], Door]:
    def door() -> Door:
        transfer = TransferFactory(**facts)
        dates = {"on": TODAY, "contact_on": TODAY, "arrived_on": TODAY}
        return Door(person(), reverse(f"care:transfer_{name}", args=[transfer.pk]), dates)

    return door


def _support_new() -> Door:
    case = PlacementFactory(active=True).case
    contact = FamilyContactFactory(client=case.client)
    url = reverse("care:support_new", args=[case.pk])
    until = (NOW + timedelta(days=30)).isoformat()
    body = {"family_contact": contact.pk, "from_on": TODAY, "until_on": until}
    return Door(people.ani(), url, body)


def _support(name: str, person: Callable[[], User]) -> Callable[[], Door]:
    def door() -> Door:
        support = SupportingBaseFactory()
        url = reverse(f"care:support_{name}", args=[support.pk])
        return Door(person(), url, {"due_on": TODAY} if name == "task" else {})

    return door


ROUTES = [
    Route(
        "care:transfer_new",
        about="client",
        stage="active",
        door=_move("institution"),
        more_doors={"family": _move("family")},
        statuses={"GET POST": within(CARING)},
        answers={"POST": "422"},
        found_only=True,
    ),
    Route(
        "care:transfer_open",
        about="client",
        stage="proposed",
        statuses={"GET": FILE},
        answers={"GET": "302"},
        found_only=True,
    ),
    Route(
        "care:referral_letter",
        about="client",
        stage="active",
        statuses={"GET": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:supporting",
        about="client",
        stage="supported",
        statuses={"GET": FILE},
    ),
    Route(
        "care:support_new",
        about="client",
        stage="active",
        door=_support_new,
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "care:transfers",
        also_asked=("?arah=incoming", "?arah=outgoing"),
        statuses={"GET": LISTS},
        blind="asked for by the institution at either end",
    ),
    Route(
        "care:transfer",
        about="transfer",
        stage="proposed",
        statuses={"GET": FILE},
    ),
    Route(
        "care:transfer_accept",
        about="transfer",
        stage="proposed",
        door=_transfer("accept", people.dewi),
        statuses={"GET POST": within(shared="supervisor manager ipwl")},
        found_only=True,
    ),
    Route(
        "care:transfer_decline",
        about="transfer",
        stage="proposed",
        door=_transfer("decline", people.dewi),
        statuses={"GET POST": within(shared="supervisor manager ipwl")},
        found_only=True,
    ),
    Route(
        "care:transfer_withdraw",
        about="transfer",
        stage="proposed",
        door=_transfer("withdraw", people.ani),
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "care:transfer_depart",
        about="transfer",
        stage="leaving",
        door=_transfer("depart", people.ani, accepted=True),
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "care:transfer_arrive",
        about="transfer",
        stage="travelling",
        door=_transfer("arrive", people.dewi, travelling=True),
        statuses={"GET POST": within(shared=CARING)},
        found_only=True,
    ),
    Route(
        "care:transfer_missing",
        about="transfer",
        stage="travelling",
        door=_transfer("missing", people.ani, travelling=True),
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:support_agree",
        about="support",
        stage="supported",
        door=_support("agree", people.dewi),
        statuses={"GET POST": within(shared="supervisor manager ipwl")},
        found_only=True,
    ),
    Route(
        "care:support_decline",
        about="support",
        stage="supported",
        door=_support("decline", people.dewi),
        statuses={"GET POST": within(shared="supervisor manager ipwl")},
        found_only=True,
    ),
    Route(
        "care:support_end",
        about="support",
        stage="supported",
        door=_support("end", people.ani),
        statuses={"GET POST": within(CARING, "supervisor manager ipwl")},
        found_only=True,
    ),
    Route(
        "care:support_task",
        about="support",
        stage="supported",
        door=_support("task", people.ani),
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
]
