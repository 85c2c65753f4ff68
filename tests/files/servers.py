"""Processes of their own for the tests: what others would run beside the site."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


CLAMD = Path(__file__).with_name("clamd.py")


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


@contextmanager
def running_clamd(*where: str) -> Iterator[str]:
    """`running_clamd("unix", path)`; the port, or the path, on which it listens."""
    with process(str(CLAMD), *where) as running:
        assert running.stdout is not None  # this file is not rewritten by pytest
        yield running.stdout.readline().strip()
