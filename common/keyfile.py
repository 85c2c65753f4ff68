"""Writes the key file of the sealed fields; `common.sealed.keyring` reads it.

Standard library only: it may be needed before Django is there.
"""

import os
from base64 import b64encode
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path


def make(path: Path) -> None:
    """A first file, readable by its owner alone, unless there is one already."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = _draft(path, [_line(_new_name()), _line("index")])
    with suppress(FileExistsError):  # another process was as quick: its keys are the keys
        os.link(draft, path)
    draft.unlink()


def add(path: Path) -> str:
    """Put a new key before all others, and return its name."""
    name = _new_name()
    _draft(path, [_line(name), *path.read_text().splitlines()]).replace(path)
    return name


def _new_name() -> str:
    """Never given twice, so that a lost key is missed by name."""
    return f"k{datetime.now(UTC):%Y%m%d}-{os.urandom(3).hex()}"


def _line(name: str) -> str:
    return f"{name}:{b64encode(os.urandom(32)).decode()}"


def _draft(path: Path, lines: list[str]) -> Path:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return draft
