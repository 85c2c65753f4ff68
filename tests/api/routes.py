"""The API; what it answers in full is held by its schema."""

from collections.abc import Callable
from typing import Any

from tests import people
from tests.access import (
    CARING,
    EVERYBODY,
    FILE,
    LISTS,
    OK,
    always,
    by_machine,
    only,
    within,
)
from tests.care.papers import FIELDS
from tests.clients.registering import posted
from tests.matrix.world import World
from tests.reports.routes import READ, SENT
from tests.route import LAST_MONTH, TODAY, Route


# No scope of a key writes these.
READ_ONLY = always("405", key="403", disabled="401", anonymous="401")


def _intake(_world: World) -> dict[str, Any]:
    return posted(people.ani(), was_read_out=True, given_on=TODAY, nik="3271011503009999")


def _placement(world: World) -> dict[str, Any]:
    case = world.of("own", "to_place").case
    return {"case": case.pk, "institution": people.kenanga().pk, **FIELDS}


def _always(**body: Any) -> Callable[[World], dict[str, Any]]:
    return lambda _world: body


def _accepted(_world: World) -> dict[str, Any]:
    return {"worker": people.budi().pk}


ROUTES = [
    Route(
        "api:page",
        statuses={"GET": always(OK, key=OK), "POST PATCH PUT DELETE": always("405", key="405")},
    ),
    Route(
        "api:schema",
        statuses={"GET": by_machine(EVERYBODY)},
    ),
    Route(
        "api:clients-list",
        bodies={"POST": _intake},
        statuses={"GET": by_machine(LISTS), "POST": by_machine(only(CARING, moved="400"))},
        answers={"POST": "201"},
    ),
    Route(
        "api:clients-detail",
        about="client",
        bodies={"PATCH": _always(occupation="Petani")},
        statuses={"GET": by_machine(FILE), "PATCH": by_machine(within(CARING))},
        answers={"PATCH": "200"},
    ),
    Route(
        "api:cases-list",
        statuses={"GET": by_machine(LISTS)},
    ),
    Route(
        "api:cases-detail",
        about="case",
        statuses={"GET": by_machine(FILE)},
    ),
    Route(
        "api:cases-note",
        about="case",
        bodies={"POST": _always(kind="contact", on=TODAY, time="00:00", text="Bertemu.")},
        statuses={"POST": by_machine(within(CARING, CARING))},
        answers={"POST": "201"},
    ),
    Route(
        "api:screenings-list",
        statuses={"GET": by_machine(LISTS), "POST PATCH PUT DELETE": READ_ONLY},
        blind="codes and numbers, no words",
    ),
    Route(
        "api:screenings-detail",
        about="screening",
        stage="to_place",
        statuses={"GET": by_machine(FILE), "POST PATCH PUT DELETE": READ_ONLY},
        found_only=True,
    ),
    Route(
        "api:placements-list",
        bodies={"POST": _placement},
        statuses={
            "GET": by_machine(LISTS),
            "POST": by_machine(
                only(CARING, default="400", auditor="403", moved="400", colleague="400")
            ),
        },
        answers={"POST": "201"},
    ),
    Route(
        "api:placements-detail",
        about="placement",
        stage="active",
        statuses={"GET": by_machine(FILE)},
    ),
    Route(
        "api:placements-accept",
        about="placement",
        stage="requested",
        bodies={"POST": _accepted},
        statuses={"POST": by_machine(within(shared="supervisor manager ipwl"))},
        answers={"POST": "200"},
        found_only=True,
    ),
    Route(
        "api:placements-decline",
        about="placement",
        stage="requested",
        bodies={"POST": _always(reason="full", note="Penuh.")},
        statuses={"POST": by_machine(within(shared="supervisor manager ipwl"))},
        answers={"POST": "200"},
        found_only=True,
    ),
    Route(
        "api:placements-withdraw",
        about="placement",
        stage="requested",
        bodies={"POST": _always(note="Ditarik.")},
        statuses={"POST": by_machine(within(CARING))},
        answers={"POST": "200"},
        found_only=True,
    ),
    Route(
        "api:agreements-list",
        statuses={"GET": by_machine(EVERYBODY), "POST PATCH PUT DELETE": READ_ONLY},
    ),
    Route(
        "api:agreements-detail",
        about="agreement",
        statuses={"GET": by_machine(EVERYBODY), "POST PATCH PUT DELETE": READ_ONLY},
    ),
    Route(
        "api:reports-list",
        statuses={"GET": by_machine(EVERYBODY), "POST": by_machine(only("manager ipwl ministry"))},
        bodies={"POST": _always(month=LAST_MONTH)},
        answers={"POST": "202"},
        blind="figures",
    ),
    Route(
        "api:reports-job",
        about="job",
        statuses={"GET": by_machine(READ)},
    ),
    Route(
        "api:reports-detail",
        about="report",
        statuses={"GET": by_machine(READ)},
    ),
    Route(
        "api:submissions-list",
        statuses={"GET": by_machine(EVERYBODY), "POST": by_machine(only(""))},
        bodies={"POST": _always(month=LAST_MONTH)},
        blind="figures",
    ),
    Route(
        "api:submissions-detail",
        about="submission",
        statuses={"GET": by_machine(READ)},
    ),
    Route(
        "api:submissions-send",
        about="submission",
        bodies={"POST": _always()},
        statuses={"POST": by_machine(SENT)},
    ),
    Route(
        "api:unknown",
        arguments={"path": "tidak/ada"},
        statuses={"GET POST PATCH PUT DELETE": always("404", key="404")},
    ),
]
