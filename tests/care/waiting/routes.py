"""The waiting list."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils import timezone

from tests import people
from tests.access import (
    CARING,
    FILE,
    LISTS,
    within,
)
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import (
    CaseFactory,
)
from tests.partners.factories import InstitutionFactory
from tests.route import TODAY, Door, Route


def _wait() -> Door:
    case = CaseFactory(to_place=True)
    body = {"target": "country", "interim_services": ["C4b"]}
    return Door(people.ani(), reverse("care:wait", args=[case.pk]), body)


def _in_queue(name: str, **body: Any) -> Callable[[], Door]:
    def door() -> Door:
        row = WaitingEntryFactory(entered_at=timezone.now())
        return Door(people.ani(), reverse(f"care:{name}", args=[row.pk]), body)

    return door


ROUTES = [
    Route(
        "care:wait",
        about="client",
        stage="to_place",
        door=_wait,
        statuses={"GET POST": within(CARING)},
        found_only=True,
        strangers={"institution": lambda: InstitutionFactory(name="Tanpa perjanjian")},
    ),
    Route(
        "care:waiting_list",
        statuses={"GET": LISTS},
        asked="halaman",
    ),
    Route(
        "care:waiting",
        about="entry",
        stage="waiting",
        statuses={"GET": FILE},
    ),
    Route(
        "care:waiting_contact",
        about="entry",
        stage="waiting",
        door=_in_queue("waiting_contact", on=TODAY, note="Sehat."),
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "care:waiting_interim",
        about="entry",
        stage="waiting",
        door=_in_queue("waiting_interim", interim_services=["K4"]),
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "care:waiting_leave",
        about="entry",
        stage="waiting",
        door=_in_queue("waiting_leave", reason="refused"),
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
]
