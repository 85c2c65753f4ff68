"""Where each route leads for each relation: to that relation's row, at the stage at which the route has work to do."""

from typing import Any

from django.urls import resolve, reverse

from tests.matrix.words import PEOPLE
from tests.matrix.world import Person, World
from tests.route import Route
from tests.urls import arguments_of


NOWHERE = ("none",)
INSTITUTIONS = ("own", "other")
# What an institution has that is about no client (tests/matrix/world.py: _institution).
OF_INSTITUTIONS = {
    "institution", "agreement", "report", "job", "submission", "sent", "user", "invitation", "service_key", "asked_key",
    "granted_key", "appointment", "group", "meeting", "export", "asked_export",
}  # fmt: skip


def relations(route: Route) -> tuple[str, ...]:
    if not route.about:
        return NOWHERE
    return INSTITUTIONS if route.about in OF_INSTITUTIONS else PEOPLE


def is_of_a_person(route: Route) -> bool:
    return relations(route) == PEOPLE


def person_for(world: World, route: Route, relation: str) -> Person:
    return world.of(relation, route.stage)


def address(world: World, route: Route, relation: str, *, like: str = "") -> str:
    """`like`: an address of the same route, for the arguments that name no row."""
    row = _row(world, route, relation)
    given = {"pk": 1} | {k: v(row) if callable(v) else v for k, v in route.arguments.items()}
    if like:
        fixed = resolve(like.partition("?")[0]).kwargs
        given |= {k: v for k, v in fixed.items() if not callable(route.arguments.get(k))}
    if row is not None:
        given |= {"pk": row.pk, "job_pk": row.pk}
    if is_of_a_person(route):
        person = person_for(world, route, relation)
        given |= {"case_pk": person.case.pk, "client_pk": person.client.pk}
        given["contact_pk"] = person.contact.pk
    names = arguments_of(route.name)
    if "token" in names:
        given["token"] = world.institutions[relation]["token"]
    return reverse(route.name, kwargs={name: given[name] for name in names})


def _row(world: World, route: Route, relation: str) -> Any:
    if relation == "none":
        return None
    if is_of_a_person(route):
        return getattr(person_for(world, route, relation), route.about)
    return world.institutions[relation][route.about]
