"""The list of who was erased, outside the database: what a restored backup brings back is erased again."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Erasure:
    at: str
    key_id: str
    number: str
    reason: str
    by: int


def enter(erasure: Erasure) -> None:
    """On the disk when it returns."""
    path = Path(settings.ERASURE_LEDGER)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w") as file:
        file.write(json.dumps(asdict(erasure)) + "\n")
        file.flush()
        os.fsync(file.fileno())


def entries() -> Iterator[Erasure]:
    path = Path(settings.ERASURE_LEDGER)
    if path.exists():
        for line in path.read_text().splitlines():
            yield Erasure(**json.loads(line))
