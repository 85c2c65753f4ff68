"""Which calls are made: all of them with --all, else every route once with every caller and every relation."""

from collections.abc import Iterator
from itertools import product
from zlib import crc32

from tests.matrix.addresses import ROUTES, Route, doors_of
from tests.matrix.bodies import FOR_MACHINES
from tests.matrix.calling import METHODS, WHO, Call


# Whose rows a body names while the address is one's own.
NAMED = ("shared", "expired", "other", "emergency")
FOREIGN = ("expired", "other")
# The callers whose scope has something to hold back.
INSIDE = ("worker", "supervisor", "manager", "ipwl", "ministry", "officer", "key", "moved")


def every(route: Route) -> Iterator[Call]:
    for method, relation, who in product(METHODS, route.relations, WHO):
        yield Call(route.name, method, relation, who)


def some(route: Route) -> Iterator[Call]:
    """Each caller at one relation, reading or, where something can be sent, sending; the same at every run."""
    turn = crc32(route.name.encode())
    writes = takes(route, "POST")
    for number, who in enumerate(WHO):
        relation = route.relations[(turn + number) % len(route.relations)]
        sends = writes and (turn + number) % 2
        yield Call(route.name, "POST" if sends else "GET", relation, who)
    for number, method in enumerate(METHODS[1:]):
        yield Call(route.name, method, route.relations[0], WHO[(turn + number) % len(WHO)])


def takes(route: Route, method: str) -> bool:
    """Whether we know what could be sent there."""
    if method == "POST" and (doors_of(route.name) or route.name == "accounts:accept"):
        return True
    return (route.name, method) in FOR_MACHINES


def naming_others(route: Route) -> Iterator[Call]:
    """At the address of one's own row, with rows of others in every field that names one."""
    for method in METHODS[1:]:
        if takes(route, method):
            for named, who in product(NAMED, INSIDE):
                yield Call(route.name, method, route.relations[0], who, named)


def with_one_line(route: Route) -> Iterator[Call]:
    """What still matters when one line is away: others' rows, read and written."""
    relations = [r for r in route.relations if r in FOREIGN] or ["none"]
    for method in METHODS:
        if method == "GET" or takes(route, method):
            for relation, who in product(relations, INSIDE):
                yield Call(route.name, method, relation, who)
    yield from (call for call in naming_others(route) if call.named in FOREIGN)


def thinned(calls: Iterator[Call], to: int) -> list[Call]:
    """Of many calls as many as there is time for, spread over all of them."""
    every_call = list(calls)
    step = max(1, len(every_call) // to)
    return every_call[crc32(str(every_call[:1]).encode()) % step :: step]


# Addresses whose answers or changes are about people.
ABOUT_PEOPLE = sorted(
    name
    for name, route in ROUTES.items()
    if route.is_of_a_person
    or name.split(":")[0] in {"clients", "audit", "screening", "care", "desk"}
    or (name.startswith("api:") and name.endswith("-list") and "agreements" not in name)
)
