"""Which calls are made: each night all that may differ, else every route with every caller, those who matter most always."""

from collections.abc import Iterator
from itertools import product
from zlib import crc32

from tests.access import WHO
from tests.matrix.addresses import is_of_a_person, relations
from tests.matrix.calling import METHODS, Call
from tests.registry import ROUTES
from tests.route import Route


# Whose rows a body names while the address is one's own.
NAMED = ("shared", "expired", "other", "emergency")
FOREIGN = ("expired", "other")
# The callers whose scope has something to hold back.
INSIDE = ("worker", "supervisor", "manager", "ipwl", "ministry", "officer", "key", "moved")
# Who is never left to the turn, by every method: one's own and another's, with and without the case, watching.
FIRST = (
    ("worker", "own"), ("worker", "other"), ("colleague", "own"), ("manager", "shared"), ("auditor", "own"),
)  # fmt: skip
BETWEEN = ("shared", "expired", "emergency")
OTHERS = tuple(who for who in WHO if who not in dict(FIRST))


def every(route: Route) -> Iterator[Call]:
    """What `some` leaves out. A method that the page does not take is refused before anybody looks for the row: it
    is asked about one of them, another one at each route."""
    asked = set(some(route))
    for method in METHODS:
        there = relations(route) if method in route.methods else (_by_turn(route, method),)
        for relation, who in product(there, WHO):
            call = Call(route.name, method, relation, who)
            if call not in asked:
                yield call


def some(route: Route) -> Iterator[Call]:
    """The same at every run."""
    taken = [m for m in METHODS if m in route.methods and (m == "GET" or takes(route, m))]
    first = relations(route)[0]
    for number, method in enumerate(taken):
        yield from dict.fromkeys(_first(route, method, number))
    for asked in route.also_asked:
        yield Call(route.name, "GET", first, "worker", asked=asked)
    yield from _others(route, taken or ["GET"])
    for method in METHODS:
        if method not in taken:
            yield Call(route.name, method, first, WHO[_turn(route, method) % len(WHO)])


def _first(route: Route, method: str, number: int) -> Iterator[Call]:
    there = relations(route)
    between = BETWEEN[(_turn(route) + number) % len(BETWEEN)]
    for who, relation in (*FIRST, ("worker", between)):
        yield Call(route.name, method, relation if relation in there else there[0], who)


def _others(route: Route, methods: list[str]) -> Iterator[Call]:
    """Each at one relation and by one of the methods, others at each route."""
    there, turn = relations(route), _turn(route)
    for number, who in enumerate(OTHERS, start=turn):
        relation = there[number // len(methods) % len(there)]
        yield Call(route.name, methods[number % len(methods)], relation, who)


def _by_turn(route: Route, method: str) -> str:
    there = relations(route)
    return there[_turn(route, method) % len(there)]


def _turn(route: Route, method: str = "") -> int:
    return crc32(f"{route.name}{method}".encode())


def takes(route: Route, method: str) -> bool:
    """Whether we know what could be sent there."""
    return bool(method == "POST" and route.doors) or method in route.bodies


def inside(route: Route) -> list[str]:
    """A page sends every key to the sign-in: there it would hold nothing back."""
    return [who for who in INSIDE if who != "key" or route.name.startswith("api:")]


def naming_others(route: Route) -> Iterator[Call]:
    """At the address of one's own row, with rows of others in every field that names one."""
    for method in METHODS[1:]:
        if takes(route, method):
            for named, who in product(NAMED, inside(route)):
                yield Call(route.name, method, relations(route)[0], who, named)


def with_one_line(route: Route) -> Iterator[Call]:
    """What still matters when one line is away: others' rows, read and written."""
    there = [r for r in relations(route) if r in FOREIGN] or ["none"]
    for method in METHODS:
        if method == "GET" or takes(route, method):
            for relation, who in product(there, inside(route)):
                yield Call(route.name, method, relation, who)
    yield from (call for call in naming_others(route) if call.named in FOREIGN)


def thinned(calls: list[Call], to: int, *, turn: str = "") -> list[Call]:
    """Of many calls as many as there is time for, drawn the same way at every run; others at another turn.

    Drawn and not counted off: callers, relations and methods repeat at even distances.
    """
    return sorted(calls, key=lambda call: crc32(f"{call}{turn}".encode()))[:to]


# Addresses whose answers or changes are about people.
ABOUT_PEOPLE = sorted(
    name
    for name, route in ROUTES.items()
    if is_of_a_person(route)
    or name.split(":")[0] in {"clients", "audit", "law", "safety", "screening", "care", "desk"}
    or (name.startswith("api:") and name.endswith("-list") and "agreements" not in name)
)
