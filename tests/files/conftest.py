import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.test import Client


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


@contextmanager
def process(*command: str) -> Iterator[subprocess.Popen]:
    """Another process, for as long as the block; its first line says that it listens."""
    with subprocess.Popen(
        [sys.executable, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(port)


CLAMD = Path(__file__).with_name("clamd.py")


@pytest.fixture(scope="package")
def clamd() -> Iterator[str]:
    """Speaks clamd's protocol, and knows one kind of malware."""
    with process(str(CLAMD), "tcp") as running:
        assert running.stdout is not None
        yield f"tcp://127.0.0.1:{running.stdout.readline().strip()}"


@pytest.fixture
def clamd_by_socket(tmp_path) -> Iterator[str]:
    path = tmp_path / "clamd.ctl"
    with process(str(CLAMD), "unix", str(path)) as running:
        assert running.stdout is not None
        running.stdout.readline()
        yield f"unix://{path}"
