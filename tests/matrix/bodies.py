"""What unsafe methods send: what the form's own page would, or foreign ids in every field that names a row."""

from typing import Any
from uuid import uuid4

from django.test import Client as Browser
from django.utils import timezone

from tests import people
from tests.architecture.doors import LAST_MONTH
from tests.architecture.test_wild_input import _open
from tests.architecture.undoing import undone
from tests.clients.registering import posted
from tests.matrix.addresses import doors_of, person_for
from tests.matrix.words import PEOPLE
from tests.matrix.world import World


TODAY = timezone.localdate().isoformat()
# Fields that name a row, and which row of the world stands in them.
NAMES_A_WORKER = {"lead_worker", "to", "worker", "facilitator", "owner", "contact_by"}
NAMES_A_HOUSE = {"institution", "mentor"}


# Behind an address of one use only, the same for everybody.
ACCEPTING = {"password": people.PASSWORD, "again": people.PASSWORD}


def plain_bodies(name: str) -> list[tuple[str, dict[str, Any]]]:
    """For each door of a route the address that it stands at and what its page would send."""
    found = []
    if name == "accounts:accept":
        return [("", ACCEPTING)]
    for door in doors_of(name):
        with undone():
            opened, plain, _kinds = _open(Browser(), door)
            found.append((opened.url, plain))
    return found


def of_relation(world: World, name: str, relation: str, body: dict[str, Any]) -> dict[str, Any]:
    """The same body with the relation's rows in every field that names one."""
    rows = _named_rows(world, name, relation)
    return {**body, **{field: row for field, row in rows.items() if field in body}}


def looked_for(world: World, name: str) -> dict[str, Any] | None:
    """Whom one looks for before these pages open: nobody yet known, or somebody whom others know."""
    if name == "clients:intake":
        return {"name": "Belum Terdaftar", "birth_date": "1999-01-01"}
    if name == "clients:matches":
        somebody = world.of("other", "intake").client
        return {"name": somebody.name, "birth_date": somebody.birth_date.isoformat()}
    return None


def at_home(world: World, name: str, relation: str, body: dict[str, Any]) -> dict[str, Any]:
    """Rows that the door's own body named went with it; these stand for them."""
    rows: dict[str, Any] = {
        **dict.fromkeys(("to", "worker", "owner", "contact_by"), people.budi().pk),
        "mentor": people.melati().pk,
        "sought": world.of("other", "intake").client.registration_number,
    }
    if name == "partners:agreement_new":
        rows["institution"] = people.melati().pk
    if name == "care:group_join":
        rows["case"] = person_for(world, name, relation).case.pk
    if name == "care:meeting_correct":
        return {**body, **_roll(world.houses[relation]["meeting"].attendances, "absent")}
    if name == "care:group_meet":
        return {**body, **_roll(world.houses[relation]["group"].memberships, "present")}
    if name in {"care:service_new", "care:service"}:
        rows |= {"institution": people.melati().pk, "goal": "", "worker": ""}
        rows |= {"starts_on": TODAY, "ends_on": TODAY}
    if relation in PEOPLE:
        rows["family_contact"] = person_for(world, name, relation).contact.pk
    return {**body, **{field: row for field, row in rows.items() if field in body}}


def _roll(rows: Any, status: str) -> dict[str, str]:
    return {f"status_{case_id}": status for case_id in rows.values_list("case_id", flat=True)}


def _named_rows(world: World, name: str, relation: str) -> dict[str, Any]:
    if relation in world.houses and name.split(":", maxsplit=1)[0] not in {
        "clients",
        "screening",
        "care",
        "api",
    }:
        return dict.fromkeys(NAMES_A_HOUSE, world.houses[relation]["institution"].pk)
    person = person_for(world, name, relation)
    worker = people.ani() if relation == "own" else person.client.registered_by
    return {
        **dict.fromkeys(NAMES_A_WORKER, worker.pk),
        **dict.fromkeys(NAMES_A_HOUSE, person.client.institution_id),
        "family_contact": person.contact.pk,
        "sought": person.client.registration_number,
        "case": person.case.pk,
        "client": person.client.pk,
        "cari": person.client.registration_number,
    }


def _intake(_world: World) -> dict[str, Any]:
    return posted(people.ani(), was_read_out=True, given_on=TODAY, nik="3271011503009999")


def _placement(world: World) -> dict[str, Any]:
    person = world.of("own", "to_place")
    return {"case": person.case.pk, "institution": people.kenanga().pk}


FOR_MACHINES: dict[tuple[str, str], Any] = {
    ("api:clients-list", "POST"): _intake,
    ("api:clients-detail", "PATCH"): lambda _world: {"occupation": "Petani"},
    ("api:cases-note", "POST"): lambda _world: {
        "kind": "contact",
        "on": TODAY,
        "time": "00:00",
        "text": "Bertemu.",
    },
    ("api:placements-list", "POST"): _placement,
    ("api:placements-accept", "POST"): lambda _world: {"worker": people.budi().pk},
    ("api:placements-decline", "POST"): lambda _world: {"reason": "full", "note": "Penuh."},
    ("api:placements-withdraw", "POST"): lambda _world: {"note": "Ditarik."},
    ("api:reports-list", "POST"): lambda _world: {"month": LAST_MONTH},
    ("api:submissions-list", "POST"): lambda _world: {"month": LAST_MONTH},
    ("api:submissions-send", "POST"): lambda _world: {},
}


def fresh() -> str:
    return str(uuid4())
