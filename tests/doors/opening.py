"""A form's page, opened by whoever sends the form and filled in plainly."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection
from django.test import Client as Browser

from tests.doors.wild import read_form
from tests.guards.fresh import set_session
from tests.registry import DOORS, route_of
from tests.route import Door, Route


LOGS = {"common.readlog", "sessions.session", "accounts.accountevent"}


@dataclass
class Opened:
    name: str
    route: Route
    door: Door
    browser: Browser
    shown: str
    plain: dict[str, Any]
    kinds: dict[str, str]

    @property
    def url(self) -> str:
        return self.door.url

    def send(self, body: dict[str, Any]) -> Any:
        return self.browser.post(self.url, body)

    def page(self) -> str:
        return str(self.browser.get(self.door.page or self.url).content.decode())


def open_door(browser: Browser, name: str) -> Opened:
    door, route = DOORS[name](), route_of(name)
    if door.person:
        browser.force_login(door.person)
        set_session(browser, **door.session)
    if route.looks_for:
        search = DOORS["clients:new"]()
        browser.post(search.url, search.body)
    page = browser.get(door.page or door.url)
    assert page.status_code == 200
    shown = page.content.decode()
    plain, kinds = read_form(shown)
    plain |= {field: value for field, value in door.body.items() if field in kinds}
    return Opened(name, route, door, browser, shown, plain, kinds)


def rows() -> dict[str, int]:
    """How many rows each table has, but those that tell of looking and of sessions.

    PostgreSQL takes ten times as long to understand the question as to answer it: it is told once.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_prepared_statements WHERE name = 'rows_of_all'")
        if not cursor.fetchall():
            cursor.execute(f"PREPARE rows_of_all AS {_counted()}")
        cursor.execute("EXECUTE rows_of_all")
        return dict(cursor.fetchall())


def _counted() -> str:
    models = apps.get_models(include_auto_created=True)
    tables = [m for m in models if m._meta.managed and not m._meta.proxy]
    kept = [m for m in tables if m._meta.label_lower not in LOGS]
    return " UNION ALL ".join(
        f"SELECT '{m._meta.db_table}', count(*) FROM \"{m._meta.db_table}\"" for m in kept
    )
