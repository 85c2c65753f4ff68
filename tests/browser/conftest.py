"""A real browser against a real server, with a real worker on the queue."""

import os
import shutil
from collections.abc import Iterator

import pytest
from celery.contrib.testing.worker import start_worker
from playwright.sync_api import Browser, sync_playwright

from atensi.celery import app
from tests.browser.visitor import Visitor


# Playwright keeps an event loop in this thread; Django would take it for an async context.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def meet(browser, live_server, request) -> Iterator:
    """`meet(width)` is a person at a device of their own, before anybody knows who they are."""
    visitors: list[Visitor] = []
    pictures = request.config.getoption("--pictures")

    def start(*widths: int) -> Visitor:
        visitors.append(Visitor(browser, live_server.url, *widths, pictures=pictures))
        return visitors[-1]

    yield start
    for visitor in visitors:
        visitor.leave()


@pytest.fixture
def visit(meet):
    """`visit(person, width)` is somebody who is signed in already."""

    def start(person, *widths: int) -> Visitor:
        visitor = meet(*widths)
        visitor.is_known_as(person)
        return visitor

    return start


@pytest.fixture
def worker(transactional_db) -> Iterator[None]:
    with start_worker(app, perform_ping_check=False, pool="solo", shutdown_timeout=30):
        yield
