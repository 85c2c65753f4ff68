"""Who may do what, named: the rules that the records of the routes (tests/<app>/routes) are written with.

An `Access` says for each relation what each of WHO is answered. OK is "done": 200 where one reads, 302 where one
sends, or what the record says under `answers`. "in" means: sent to the sign-in page.
"""

from collections.abc import Mapping


WHO = (
    "worker", "colleague", "supervisor", "manager", "ipwl", "ministry", "auditor", "officer", "key", "moved", "disabled",
    "anonymous",
)  # fmt: skip
OUTSIDE = ("key", "disabled", "anonymous")
INSIDE = tuple(who for who in WHO if who not in OUTSIDE)
# Who cares for clients, each with those of their own institution; a colleague has the role, not the case.
CARING = "worker supervisor manager ipwl"
OK = "ok"

Statuses = Mapping[str, str]
Access = Mapping[str, Statuses]


def said(done: str = "", *, default: str = "404", **others: str) -> Statuses:
    """What each is answered; a colleague what the worker is, unless said."""
    told = {**dict.fromkeys(INSIDE, default), **dict.fromkeys(OUTSIDE, "in"), **others}
    told |= dict.fromkeys(done.split(), OK)
    return {**told, "colleague": others.get("colleague", told["worker"])}


def only(done: str, *, default: str = "403", **others: str) -> Access:
    """About nobody in particular: who may, whatever their institution."""
    told = said(done, default=default, **others)
    return {"": {**told, "moved": others.get("moved", told["worker"])}}


def always(status: str, *, outside: str = "in", **others: str) -> Access:
    """The same for everybody who is signed in."""
    return {"": {**dict.fromkeys(INSIDE, status), **dict.fromkeys(OUTSIDE, outside), **others}}


def anybody(status: str = OK) -> Access:
    """Without signing in."""
    return always(status, outside=status)


EVERYBODY = always(OK)


def of_a_person(done: str = "", **others: str) -> Statuses:
    """Of a client who is somebody else's among the colleagues."""
    return said(done, **{"colleague": "404", **others})


# A file, and what only shows some of it: there for whoever carries it, and for those who watch.
FILE: Access = {
    "own shared": of_a_person(f"{CARING} auditor"),
    "expired other": of_a_person("auditor"),
    "emergency": of_a_person(f"{CARING} ministry auditor"),
}


def within(own: str = "", shared: str = "", *, auditor: str = "403") -> Access:
    """In a file: 404 for whom it is not there, 403 for whom it is there without the right; no one in an emergency."""
    refused = {**dict.fromkeys(CARING.split(), "403"), "auditor": auditor}
    return {
        "own": of_a_person(own, **refused),
        "shared": of_a_person(shared, **refused),
        "expired other": of_a_person(auditor=auditor),
        "emergency": of_a_person(ministry="403", **refused),
    }


# Lists of clients: each sees there whom they carry.
LISTS = only(f"{CARING} auditor")


def of_institution(own: Statuses, other: Statuses) -> Access:
    return {"own": own, "other": other}


def by_machine(access: Access) -> Access:
    """The same asked for by the API: a supervisor's key may what they may, but breaks no glass."""
    return {relation: _by_machine(relation, statuses) for relation, statuses in access.items()}


def _by_machine(relation: str, statuses: Statuses) -> Statuses:
    key = "404" if relation == "emergency" else statuses["supervisor"]
    return {**statuses, "key": key, "disabled": "401", "anonymous": "401"}
