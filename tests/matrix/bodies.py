"""What unsafe methods send: what the form's own page would, or foreign ids in every field that names a row."""

from typing import Any
from uuid import uuid4

from django.test import Client as Browser

from tests.doors.opening import open_door
from tests.matrix.addresses import person_for
from tests.matrix.words import PEOPLE
from tests.matrix.world import World
from tests.route import Route
from tests.undoing import undone


# Fields that name a row, and which row of the world stands in them.
NAMES_A_WORKER = {"lead_worker", "to", "worker", "facilitator", "owner", "contact_by"}
NAMES_AN_INSTITUTION = {"institution", "mentor"}


def plain_bodies(route: Route) -> list[tuple[str, dict[str, Any]]]:
    """For each door of a route the address that it stands at and what its page would send."""
    found = []
    for door in route.doors:
        with undone():
            opened = open_door(Browser(), door)
            found.append((opened.url, opened.plain))
    return found


def of_relation(world: World, route: Route, relation: str, body: dict[str, Any]) -> dict[str, Any]:
    """The same body with the relation's rows in every field that names one."""
    return _with(named_rows(world, route, relation), body)


def at_home(world: World, route: Route, relation: str, body: dict[str, Any]) -> dict[str, Any]:
    """Rows that the door's own body named went with it; these stand for them."""
    rows: dict[str, Any] = {
        **dict.fromkeys(("to", "worker", "owner", "contact_by"), world.actors["supervisor"].pk),
        "mentor": world.institutions["own"]["institution"].pk,
        "sought": world.of("other", "intake").client.registration_number,
    }
    if relation in PEOPLE:
        rows["family_contact"] = person_for(world, route, relation).contact.pk
    given = route.at_home(world, relation)
    rolls = {field: status for field, status in given.items() if field.startswith("status_")}
    return _with({**rows, **given}, body) | rolls


def _with(rows: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
    return {**body, **{field: row for field, row in rows.items() if field in body}}


def named_rows(world: World, route: Route, relation: str) -> dict[str, Any]:
    space = route.name.partition(":")[0]
    if relation in world.institutions and space not in {
        "clients",
        "law",
        "safety",
        "screening",
        "care",
        "api",
    }:
        return dict.fromkeys(NAMES_AN_INSTITUTION, world.institutions[relation]["institution"].pk)
    person = person_for(world, route, relation)
    worker = world.actors["worker"] if relation == "own" else person.client.registered_by
    return {
        **dict.fromkeys(NAMES_A_WORKER, worker.pk),
        **dict.fromkeys(NAMES_AN_INSTITUTION, person.client.institution_id),
        "family_contact": person.contact.pk,
        "sought": person.client.registration_number,
        "case": person.case.pk,
        "client": person.client.pk,
        "q": person.client.registration_number,
    }


def fresh() -> str:
    return str(uuid4())
