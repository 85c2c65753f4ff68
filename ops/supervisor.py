"""Starts the processes of the Procfile, watches them, and stops every one of them."""

import ctypes
import os
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from ops.errors import CannotStart
from ops.procfile import Entry


# A request or a job under way gets this long to end by itself.
PATIENCE_SECONDS = 8
PR_SET_PDEATHSIG = 1
libc = ctypes.CDLL(None)


@dataclass
class Process:
    entry: Entry
    log: Path
    popen: subprocess.Popen[bytes]

    @property
    def last_words(self) -> str:
        lines = self.log.read_text(errors="replace").strip().splitlines()
        return lines[-1] if lines else "it said nothing"

    def signal(self, number: int) -> None:
        try:
            os.killpg(self.popen.pid, number)
        except ProcessLookupError:
            return

    def is_gone(self) -> bool:
        """The process and everything it started: workers may outlive their master."""
        if self.popen.poll() is None:
            return False
        try:
            os.killpg(self.popen.pid, 0)
        except ProcessLookupError:
            return True
        return _only_dead_left(self.popen.pid)


@dataclass
class Supervisor:
    logs: Path
    processes: list[Process] = field(default_factory=list)

    def start(self, entry: Entry) -> None:
        self.logs.mkdir(parents=True, exist_ok=True)
        log = self.logs / f"{entry.name}.log"
        with log.open("wb") as out:
            popen = subprocess.Popen(
                entry.command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                # A group of its own: Ctrl-C reaches the supervisor alone, which then stops all in order.
                start_new_session=True,
                preexec_fn=_die_with_parent,  # noqa: PLW1509  no threads here
            )
        self.processes.append(Process(entry, log, popen))

    def check(self) -> None:
        """Complain about the first process that has ended by itself."""
        for process in self.processes:
            code = process.popen.poll()
            if code is not None:
                raise CannotStart(
                    f"The process “{process.entry.name}” has ended ({code}): {process.last_words} (see {process.log})"
                )

    def stop(self) -> None:
        for number, seconds in ((signal.SIGTERM, PATIENCE_SECONDS), (signal.SIGKILL, 5)):
            for process in self.processes:
                process.signal(number)
            deadline = time.monotonic() + seconds
            while self.processes and time.monotonic() < deadline:
                self.processes = [process for process in self.processes if not process.is_gone()]
                time.sleep(0.05)
            if not self.processes:
                return


def _die_with_parent() -> None:
    """Should the supervisor be killed, the kernel tells its children; nothing runs on unseen."""
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _only_dead_left(group: int) -> bool:
    """Orphans that nobody reaps stay listed in their group; they are not running any more."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = status.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(its_group) == group and state != "Z":
            return False
    return True
