"""gunicorn as the Procfile starts it, and what its workers cost."""

import os
import socket
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from ops import procfile
from ops.supervisor import Supervisor


READY_SECONDS = 60
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Memory:
    resident_mb: float
    """All that a worker has before it, also what its siblings use as well."""
    share_mb: float
    """Its own, and its part of what is shared: so much the machine has to have for one."""


@dataclass(frozen=True, slots=True)
class Server:
    host: str
    port: int
    pid: int

    def workers(self) -> list[int]:
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text()
        return [int(pid) for pid in children.split()]

    def cpu_seconds(self) -> float:
        return sum(_cpu_seconds(pid) for pid in self.workers())

    def memory(self) -> Memory:
        """Of the larger worker."""
        return max(map(_memory_of, self.workers()), key=lambda each: each.resident_mb)


@contextmanager
def running() -> Iterator[Server]:
    host, port = "127.0.0.1", _free_port()
    os.environ |= {
        "HOST": host,
        "PORT": str(port),
        # A worker that is replaced in the middle takes its connections and its memory along.
        "GUNICORN_CMD_ARGS": "--max-requests 0",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
    }
    entries = procfile.read(settings.BASE_DIR / "Procfile")
    with tempfile.TemporaryDirectory(prefix="atensi-bench-") as logs:
        supervisor = Supervisor(Path(logs))
        try:
            supervisor.start(next(entry for entry in entries if entry.name == "web"))
            _wait_until_it_answers(f"http://{host}:{port}/kesehatan/", supervisor)
            yield Server(host, port, supervisor.processes[0].popen.pid)
        finally:
            supervisor.stop()


def _wait_until_it_answers(address: str, supervisor: Supervisor) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while True:
        supervisor.check()
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            if time.monotonic() > deadline:
                raise
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    user, system = fields[11:13]
    return (int(user) + int(system)) / TICKS


def _memory_of(pid: int) -> Memory:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    kilobytes = {name: int(value) for name, value, *_unit in map(str.split, lines)}
    return Memory(kilobytes["Rss:"] / 1024, kilobytes["Pss:"] / 1024)
