"""One request by somebody, of which nothing stays but what was seen."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any, NamedTuple

from django.core import mail
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.test import Client as Browser
from django.urls import reverse

from common.models import ReadLog
from tests.access import WHO
from tests.guards.fresh import lasting
from tests.matrix.addresses import address
from tests.matrix.bodies import at_home, fresh, named_rows, of_relation, plain_bodies
from tests.matrix.oracle import Ledger, Oracle, text_of
from tests.matrix.words import INVITATION
from tests.matrix.world import World
from tests.registry import ROUTES
from tests.route import Route
from tests.undoing import settle_constraints


METHODS = ("GET", "POST", "PATCH", "PUT", "DELETE")
SAFE = {"GET"}
READINGS = ReadLog._meta.db_table


class Call(NamedTuple):
    route: str
    method: str
    relation: str
    who: str
    # Whose rows stand in the fields of the body, when they are not those of the address.
    named: str = ""
    asked: str = ""

    def __str__(self) -> str:
        named = f" naming {self.named}" if self.named else ""
        return f"{self.who}: {self.method} {self.route}{self.asked} ({self.relation}){named}"


class Seen(NamedTuple):
    status: str
    leaks: set[str]
    foreign: set[str]  # changes of rows that were none of the caller's
    changed: set[str]  # tables
    shown: set[int]
    logged: set[int]
    url: str
    queries: list[str]


class Caller:
    """Everybody signed in once; each request starts with the same cookies."""

    def __init__(self, world: World) -> None:
        self.world, self.oracle = world, Oracle(world)
        self.bodies: dict[str, list[tuple[str, dict[str, Any]]]] = {}
        self.browsers = {who: self._signed_in(who) for who in WHO}
        settle_constraints()
        self.ledger, self.newest = Ledger(world), _newest_reading()
        self.login = reverse("account_login")

    def _signed_in(self, who: str) -> Browser:
        browser = Browser(raise_request_exception=False)
        user = self.world.actors.get(who)
        if user:
            browser.force_login(user)
            lasting(browser)
        if who == "disabled":
            user.is_active = False  # type: ignore[union-attr]
            user.save()  # type: ignore[union-attr]
        return browser

    def seen(self, call: Call) -> list[Seen]:
        """What comes of the call, by each door of the route."""
        return [self._seen(call, *sent) for sent in self._sent(call)]

    def _sent(self, call: Call) -> Iterator[tuple[str, dict[str, Any]]]:
        route = ROUTES[call.route]
        for like, body in self._bodies(route, call.method):
            url = address(self.world, route, call.relation, like=like)
            yield url + call.asked, self._naming(route, call, body)

    def _bodies(self, route: Route, method: str) -> list[tuple[str, dict[str, Any]]]:
        if method in route.bodies:
            return [("", route.bodies[method](self.world))]
        return (self._doors(route) if method == "POST" else []) or [("", {})]

    def _doors(self, route: Route) -> list[tuple[str, dict[str, Any]]]:
        if route.name not in self.bodies:
            self.bodies[route.name] = plain_bodies(route)
        return self.bodies[route.name]

    def names_others(self, call: Call) -> bool:
        """Whether the form has a field that names a row; one without is sent as if it were named nobody's."""
        bodies = self._bodies(ROUTES[call.route], call.method)
        named = named_rows(self.world, ROUTES[call.route], call.named)
        return any(named.keys() & body.keys() for _like, body in bodies)

    def _naming(self, route: Route, call: Call, body: dict[str, Any]) -> dict[str, Any]:
        if call.named:
            return of_relation(self.world, route, call.named, body)
        return at_home(self.world, route, call.relation, body)

    def _seen(self, call: Call, url: str, body: dict[str, Any]) -> Seen:
        cache.clear()
        mail.outbox.clear()
        with undone():
            newest = self._look_first(call)
            with _asked_of_the_database() as queries:
                answer = self._answer(call, url, body)
            text = text_of(answer)
            if call.route == "accounts:accept":  # whom the invitation is for is on it
                text = text.replace(INVITATION, "")
            asked = " ".join((url, *map(str, body.values())))
            changes = self.ledger.changes()
            return Seen(
                self._status(answer),
                self.oracle.leaks(call.who, text, asked=asked),
                self._foreign(call, changes),
                set(changes),
                self.oracle.shown(text),
                _read_since(newest) if READINGS in changes else set(),
                url,
                queries,
            )

    def _foreign(self, call: Call, changes: dict[str, set[Any]]) -> set[str]:
        """Emergencies are opened, closed and judged by others than the client's own institution; an invitation is
        taken by whoever holds its link; an export is its asker's wherever they work, and data officers agree to many.
        """
        if call.route == "accounts:accept":
            return set()
        emergencies = {"clients_breakglass", "clients_breakglasshistory", "clients_wait"}
        judged = emergencies if "emergency" in call.route else set()
        if call.route.startswith("exports:"):
            judged = {"exports_export", "exports_exporthistory", "clients_wait"}
        rows = {table: keys for table, keys in changes.items() if table not in judged}
        return self.ledger.foreign(call.who, rows)

    def _look_first(self, call: Call) -> int:
        """What comes before the call and is not of it; answers with the last reading up to there."""
        whom = ROUTES[call.route].looks_for
        if not whom or call.who == "key":
            return self.newest
        self.browsers[call.who].post(reverse("clients:new"), whom(self.world))
        self.ledger.count()
        return _newest_reading()

    def _answer(self, call: Call, url: str, body: dict[str, Any]) -> Any:
        browser = self.browsers[call.who]
        cookies, headers = copy(browser.cookies), {}
        if call.who == "key":
            headers["Authorization"] = f"Bearer {self.world.key}"
        sent: dict[str, Any] = {}
        if call.method not in SAFE:
            headers |= {"Idempotency-Key": fresh(), "If-Match": '"1"'}
            if call.route.startswith("api:"):
                sent = {"data": json.dumps(body), "content_type": "application/json"}
            elif call.method == "POST":
                sent = {"data": {**body, "idempotency_key": fresh()}}
        try:
            return getattr(browser, call.method.lower())(url, headers=headers, **sent)
        finally:
            browser.cookies = cookies

    def _status(self, answer: Any) -> str:
        if answer.status_code == 302 and answer["Location"].startswith(self.login):
            return "in"
        if answer.status_code < 400:
            try:
                with connection.cursor() as cursor:
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            except DatabaseError:
                return "500"
        return str(answer.status_code)


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _asked_of_the_database() -> Iterator[list[str]]:
    asked: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(str(sql))
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield asked


def _newest_reading() -> int:
    return ReadLog.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _read_since(newest: int) -> set[int]:
    rows = ReadLog.objects.filter(pk__gt=newest).values_list("client_ids", flat=True)
    return {pk for ids in rows for pk in ids}
