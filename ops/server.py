"""script/server: from nothing to a running system, until Ctrl-C.

python -m ops.server
"""

import fcntl
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import IO

from common import secret_files
from ops import checks, embedded, procfile
from ops.errors import CannotStart
from ops.supervisor import Supervisor


ROOT = Path(__file__).resolve().parent.parent
READY_SECONDS = 60


class Stopped(Exception):
    """Somebody pressed Ctrl-C or sent SIGTERM."""


def main() -> None:
    os.chdir(ROOT)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    supervisor = Supervisor(embedded.var() / "log")
    try:
        _run(supervisor)
    except Stopped:
        print("\nStopping ...", file=sys.stderr, flush=True)
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        supervisor.stop()
        embedded.leave()


def _run(supervisor: Supervisor) -> None:
    secret_files.take(os.environ)
    host, port = checks.address()
    checks.database()
    checks.queue()
    lock = _only_one_here()
    _set_environment(host, port)
    own_database = not os.environ.get("DATABASE_URL")
    embedded.ensure()
    accounts = _prepare(demonstration=own_database)
    if own_database:
        os.environ["DATABASE_URL"] = embedded.sites_own(os.environ["DATABASE_URL"])
    for entry in procfile.read(ROOT / "Procfile"):
        supervisor.start(entry)
    site = f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}"  # noqa: S104  only compared
    _wait_until_it_answers(site, supervisor)
    _welcome(site, accounts)
    while True:
        supervisor.check()
        lock.flush()
        time.sleep(0.5)


def _only_one_here() -> IO[str]:
    """Two supervisors on one var/ would run two clocks on one database."""
    embedded.var().mkdir(parents=True, exist_ok=True)
    lock = (embedded.var() / "server.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as problem:
        raise CannotStart(
            f"The system is already running from {embedded.var()}; stop that one first."
        ) from problem
    return lock


def _set_environment(host: str, port: int) -> None:
    os.environ |= {
        "HOST": host,
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
    }


def _prepare(*, demonstration: bool) -> str:
    parts = ["files", "database", *(["demonstration"] if demonstration else [])]
    done = subprocess.run(
        [sys.executable, "-m", "ops.prepare", *parts],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        start_new_session=True,  # Ctrl-C is ours to hear; leaving this call ends it
    )
    if done.returncode:
        raise CannotStart("The system was not started; see the lines above.")
    return done.stdout


def _wait_until_it_answers(site: str, supervisor: Supervisor) -> None:
    deadline = time.monotonic() + READY_SECONDS
    reason = "no answer"
    while time.monotonic() < deadline:
        supervisor.check()
        try:
            with urllib.request.urlopen(f"{site}/kesehatan/", timeout=5):  # noqa: S310  our own address
                return
        except (urllib.error.URLError, OSError) as problem:
            reason = str(problem)
        time.sleep(0.1)
    raise CannotStart(
        f"The site did not answer at {site}/kesehatan/ ({reason}); see {supervisor.logs}."
    )


def _welcome(site: str, accounts: str) -> None:
    print(f"\nATENSI is running at {site}", flush=True)
    if accounts.strip():
        print(f"\n{accounts.rstrip()}", flush=True)
    print(f"\nLogs are in {embedded.var() / 'log'}. Ctrl-C stops everything.", flush=True)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
