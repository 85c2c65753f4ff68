"""The set-up that every test shares; the guards in tests/guards/ apply to all of them by themselves."""

import datetime as dt
import os
import shutil
from contextlib import ExitStack
from zoneinfo import ZoneInfo

import pytest

from tests import database
from tests.guards import templates
from tests.guards.append_only import left_as_migrated
from tests.guards.fresh import signed_in_is_confirmed  # noqa: F401
from tests.guards.html import inspect_every_html_answer  # noqa: F401
from tests.guards.known import forget_what_is_known  # noqa: F401
from tests.guards.network import stay_on_this_machine  # noqa: F401
from tests.guards.orders import orders_on_every_answer  # noqa: F401
from tests.guards.writes import refuse_writes_on_get  # noqa: F401


templates.install()
LONG = {"browser", "ops", "tools"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="run the tests marked slow too")
    parser.addoption(
        "--pictures",
        action="store_true",
        help="photograph the browser's pages into var/screenshots",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    # First those that take half a minute each: begun last, one process would wait for the other's.
    items.sort(key=lambda item: not LONG & set(item.path.parts))
    for item in items:
        if item.get_closest_marker("slow") and not config.getoption("--all"):
            item.add_marker(pytest.mark.skip(reason="slow: run with --all"))
        if item.get_closest_marker("browser") and not chromium() and os.environ.get("CI") != "true":
            item.add_marker(pytest.mark.skip(reason="no chromium on this machine"))


def chromium() -> str | None:
    return (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """A copy of a migrated template instead of pytest-django's own migrate-and-drop."""
    with ExitStack() as stack:
        with django_db_blocker.unblock():
            name = database.create()
            stack.enter_context(left_as_migrated())
        yield
    with django_db_blocker.unblock():
        database.drop(name)


@pytest.fixture
def nobody_yet(db) -> None:
    """A country before anybody was named: for tests that count institutions, agreements or accounts."""
    database.forget_everybody()


@pytest.fixture
def today() -> dt.date:
    """A Monday; nothing below the interface reads the clock, so every test may live on this day."""
    return dt.date(2026, 3, 2)


@pytest.fixture
def at(today: dt.date) -> dt.datetime:
    return dt.datetime.combine(today, dt.time(9), ZoneInfo("Asia/Jakarta"))
