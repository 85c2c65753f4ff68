from collections.abc import Iterator

import pytest
from django.test import Client

from tests.files.buckets import bucket, server  # noqa: F401
from tests.files.servers import running_clamd


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """What is uploaded stays out of var/."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture
def signed_in():
    """signed_in(people.ani()) is a browser of hers."""

    def browser(person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return browser


@pytest.fixture(scope="package")
def clamd() -> Iterator[str]:
    """Speaks clamd's protocol, and knows one kind of malware."""
    with running_clamd("tcp") as port:
        yield f"tcp://127.0.0.1:{port}"


@pytest.fixture
def clamd_by_socket(tmp_path) -> Iterator[str]:
    with running_clamd("unix", str(tmp_path / "clamd.ctl")) as path:
        yield f"unix://{path}"
