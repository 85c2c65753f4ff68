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
def visit(browser, live_server, request) -> Iterator:
    """`visit(person, width)` signs a person in on a device of their own."""
    visitors: list[Visitor] = []

    def start(person, width: int) -> Visitor:
        visitor = Visitor(browser, live_server.url, width)
        visitors.append(visitor)
        visitor.sign_in(person)
        return visitor

    yield start
    for visitor in visitors:
        visitor.leave()


@pytest.fixture
def worker(transactional_db) -> Iterator[None]:
    with start_worker(app, perform_ping_check=False, pool="solo", shutdown_timeout=30):
        yield
