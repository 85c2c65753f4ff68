"""Lists of clients and tasks, and how somebody comes in."""

from typing import Any

from django.urls import reverse

from tests import people
from tests.access import CARING, FILE, LISTS, only, within
from tests.clients.registering import posted
from tests.clients.task_factories import CaseTaskFactory
from tests.matrix.world import World
from tests.route import TODAY, Door, Form, Route


def _task() -> Door:
    url = reverse("clients:task", args=[CaseTaskFactory().pk])
    return Door(people.ani(), url, {"outcome": "Sudah dihubungi."})


def _intake() -> Door:
    left = dict.fromkeys(("nik_missing_reason", "no_family", "vital_reason"), "")
    body = posted(people.ani(), given_on=TODAY, **left)
    return Door(people.ani(), reverse("clients:intake"), body)


def _search() -> Door:
    body = {"name": "Rian Saputra", "birth_date": "2000-03-15", "nik": ""}
    return Door(people.ani(), reverse("clients:new"), body)


def _search_box() -> Door:
    url = reverse("clients:search")
    return Door(people.ani(), url, {"q": "Rian"}, page=reverse("clients:list"))


def _nobody(_world: World | None) -> dict[str, Any]:
    return {"name": "Belum Terdaftar", "birth_date": "1999-01-01"}


def _somebody(world: World | None) -> dict[str, Any]:
    """Whom another institution knows."""
    assert world
    found = world.of("other", "intake").client
    return {"name": found.name, "birth_date": found.birth_date.isoformat()}


ROUTES = [
    Route(
        "clients:list",
        also_asked=("?cari=kenari", "?tahap=closed"),
        statuses={"GET": LISTS},
        asked="cari tahap risiko petugas basis kelamin terlambat sejak sampai urut halaman",
    ),
    Route(
        "clients:search",
        door=_search_box,
        form=Form.FORGIVING,
        statuses={"POST": LISTS},
        blind="leads to the list",
    ),
    Route(
        "clients:new",
        door=_search,
        statuses={"GET POST": only(CARING)},
        blind="a form",
    ),
    Route(
        "clients:matches",
        looks_for=_somebody,
        statuses={"GET": only(CARING)},
    ),
    Route(
        "clients:intake",
        looks_for=_nobody,
        door=_intake,
        statuses={"GET": only(CARING), "POST": only(CARING, moved="422")},
        blind="a form",
        strangers={"lead_worker": people.citra},
    ),
    Route(
        "clients:tasks",
        statuses={"GET": only(CARING)},
        blind="asked for by owner or institution",
    ),
    Route(
        "clients:task",
        about="task",
        door=_task,
        statuses={"GET": FILE, "POST": within(CARING)},
    ),
]
