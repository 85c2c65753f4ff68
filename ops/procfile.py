"""The Procfile is the one list of processes; the supervisor and docker-compose.yml both follow it."""

import shlex
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Entry:
    name: str
    command: tuple[str, ...]


def read(path: Path) -> list[Entry]:
    lines = (line.strip() for line in path.read_text().splitlines())
    return [_entry(line) for line in lines if line and not line.startswith("#")]


def _entry(line: str) -> Entry:
    name, _, command = line.partition(":")
    return Entry(name.strip(), tuple(shlex.split(command)))
