"""Which calls are made: all of them with --all, else every route with every caller, those who matter most always."""

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
# Who is never left to the turn: one's own and another's, with and without the case, watching, a stranger.
READING = (
    ("worker", "own"), ("worker", "other"), ("worker", "shared"), ("worker", "expired"), ("worker", "emergency"),
    ("colleague", "own"), ("colleague", "shared"), ("manager", "own"), ("manager", "shared"), ("auditor", "own"), ("anonymous", "own"),
)  # fmt: skip
SENDING = (
    ("worker", "own"), ("worker", "other"), ("worker", "shared"), ("worker", "expired"), ("worker", "emergency"),
    ("colleague", "own"), ("manager", "shared"), ("manager", "emergency"), ("auditor", "own"), ("ministry", "emergency"),
)  # fmt: skip


def every(route: Route) -> Iterator[Call]:
    for method, relation, who in product(METHODS, relations(route), WHO):
        yield Call(route.name, method, relation, who)


def some(route: Route) -> Iterator[Call]:
    """The same at every run."""
    yield from dict.fromkeys((*_always(route, "GET", READING), *_turns(route, "GET")))
    for asked in route.also_asked:
        yield Call(route.name, "GET", relations(route)[0], "worker", asked=asked)
    if takes(route, "POST"):
        yield from dict.fromkeys((*_always(route, "POST", SENDING), *_turns(route, "POST")))
    turn, first = crc32(route.name.encode()), relations(route)[0]
    for number, method in enumerate(METHODS[1:]):
        yield Call(route.name, method, first, WHO[(turn + number) % len(WHO)])


def _always(route: Route, method: str, who_where: tuple[tuple[str, str], ...]) -> Iterator[Call]:
    there = relations(route)
    for who, relation in who_where:
        if relation in there or relation == "own":
            yield Call(route.name, method, relation if relation in there else there[0], who)


def _turns(route: Route, method: str) -> Iterator[Call]:
    """Each of the others at one relation, another one at each route."""
    there, turn = relations(route), crc32(route.name.encode())
    named = {who for who, _where in (READING if method == "GET" else SENDING)}
    for number, who in enumerate(WHO):
        if who not in named:
            yield Call(route.name, method, there[(turn + number) % len(there)], who)


def takes(route: Route, method: str) -> bool:
    """Whether we know what could be sent there."""
    return bool(method == "POST" and route.doors) or method in route.bodies


def naming_others(route: Route) -> Iterator[Call]:
    """At the address of one's own row, with rows of others in every field that names one."""
    for method in METHODS[1:]:
        if takes(route, method):
            for named, who in product(NAMED, INSIDE):
                yield Call(route.name, method, relations(route)[0], who, named)


def with_one_line(route: Route) -> Iterator[Call]:
    """What still matters when one line is away: others' rows, read and written."""
    there = [r for r in relations(route) if r in FOREIGN] or ["none"]
    for method in METHODS:
        if method == "GET" or takes(route, method):
            for relation, who in product(there, INSIDE):
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
    if is_of_a_person(route)
    or name.split(":")[0] in {"clients", "audit", "law", "safety", "screening", "care", "desk"}
    or (name.startswith("api:") and name.endswith("-list") and "agreements" not in name)
)
