"""The embedded servers: a real PostgreSQL and a real Valkey in var/, when the environment names no others.

Everyone who needs them calls `ensure()`. The first to come starts them, the last to leave stops them; a
shared lock that the kernel itself lets go of counts who is there, so a killed process leaves no wrong count.
"""

import atexit
import fcntl
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import IO

from common import keyfile, secret_files
from ops.postgres import Postgres
from ops.valkey import Valkey


@dataclass
class _Stay:
    """This process is using the servers of one folder."""

    door: IO[str]
    postgres: Postgres
    valkey: Valkey
    process: int


_stays: list[_Stay] = []


def var() -> Path:
    return Path(
        os.environ.get("ATENSI_VAR") or Path(__file__).resolve().parent.parent / "var"
    ).resolve()


def ensure(prefix: str = "") -> None:
    """Set DATABASE_URL and REDIS_URL, starting or joining the servers that the environment leaves out.

    `prefix="test-"` names a second pair of servers, whose PostgreSQL is fast and forgets on power loss.
    """
    secret_files.take(os.environ)
    own_database, own_queue = not os.environ.get("DATABASE_URL"), not os.environ.get("REDIS_URL")
    if not (own_database or own_queue):
        return
    stay = _enter(prefix)
    if own_database and not prefix and not os.environ.get("FIELD_KEYS_FILE"):
        keyfile.make(var() / "keys" / "field-keys")
    with (var() / f"{prefix}starting.lock").open("w") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        if own_database:
            stay.postgres.start()
            os.environ["DATABASE_URL"] = stay.postgres.url
        if own_queue:
            stay.valkey.start()
            os.environ["REDIS_URL"] = stay.valkey.url


def sites_own(url: str) -> str:
    """The same database for the site's account, which owns nothing and sees no person by itself."""
    return url.replace("//postgres@", "//app_login@", 1)


def leave() -> None:
    """Stop the servers if nobody else is using them."""
    while _stays:
        stay = _stays.pop()
        if stay.process != os.getpid():
            continue  # a fork: the parent is still there and will leave by itself
        try:
            fcntl.flock(stay.door, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            stay.door.close()
            continue
        for server in (stay.postgres, stay.valkey):
            if server.is_ready():
                server.stop()
        stay.door.close()


def _enter(prefix: str) -> _Stay:
    var().mkdir(parents=True, exist_ok=True)
    door = (var() / f"{prefix}servers.lock").open("w")
    fcntl.flock(door, fcntl.LOCK_SH)
    postgres = Postgres(var() / f"{prefix}postgres", careless=bool(prefix))
    stay = _Stay(door, postgres, Valkey(var() / f"{prefix}valkey"), os.getpid())
    if not _stays:
        atexit.register(leave)
        _leave_on_termination()
    _stays.append(stay)
    return stay


def _leave_on_termination() -> None:
    def exit_in_order(number: int, _frame: FrameType | None) -> None:
        sys.exit(128 + number)

    with suppress(ValueError):  # not the main thread: whoever owns the signals decides
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, exit_in_order)
