"""Choosing processes and killing them so that nothing of them is left, not even in the table."""

import ctypes
import os
import signal
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


GONE_SECONDS = 20
PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans() -> None:
    """Whoever loses a parent becomes our child, to be reaped by us: where nobody reaps, a killed
    postmaster stays listed, and PostgreSQL takes its own pid file for that of a living one."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def tree(pid: int) -> list[int]:
    """The process and everything below it, parents first."""
    found = [pid]
    for each in found:
        found += children(each)
    return found


def kill(pids: Iterable[int]) -> None:
    """kill -9, in this order, and wait until the last of them is gone."""
    pids = list(pids)
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + GONE_SECONDS
    while any(is_listed(pid) for pid in pids):
        if time.monotonic() > deadline:
            raise TimeoutError(f"Still there after kill -9: {[p for p in pids if is_listed(p)]}")
        time.sleep(0.01)


def is_listed(pid: int) -> bool:
    with suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    return Path(f"/proc/{pid}").exists()
