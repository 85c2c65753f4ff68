"""The second place of the seals: a file outside the database, one line of JSON for each, only ever added to."""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import UTC
from pathlib import Path
from typing import Any

from django.conf import settings

from common.models import AuditSeal


class SealFileDamaged(Exception):
    """The file and the database do not follow from each other; a person has to look."""


def path() -> Path:
    return Path(settings.AUDIT_SEAL_FILE)


def line(seal: AuditSeal) -> dict[str, Any]:
    return {
        "number": seal.number,
        "at": seal.at.astimezone(UTC).isoformat(),
        "table": seal.table,
        "columns": seal.columns,
        "after_id": seal.after_id,
        "upto_id": seal.upto_id,
        "rows": seal.rows,
        "previous": seal.previous,
        "sha256": seal.sha256,
    }


def lines() -> Iterator[dict[str, Any]]:
    if not path().exists():
        return
    with path().open(encoding="utf-8") as file:
        for text in file:
            try:
                yield dict(json.loads(text))
            except ValueError as error:
                raise SealFileDamaged(f"{path()}: a line is not readable") from error


def append(seals: Iterable[AuditSeal]) -> None:
    """On the disk when this returns."""
    text = "".join(json.dumps(line(seal)) + "\n" for seal in seals)
    path().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def demand_whole(last: AuditSeal | None) -> None:
    """Before new seals are made: the file ends where the database does.

    A machine that died between the commit and the file leaves the seals of one run out; those are added.
    A file that lacks more, or knows more, is not mended in silence.
    """
    written = _last_number()
    if written > (last.number if last else 0):
        raise SealFileDamaged(f"{path()} has seal {written}, which the database does not know")
    missing = list(AuditSeal.objects.filter(number__gt=written).order_by("number"))
    if len({seal.at for seal in missing}) > 1:
        raise SealFileDamaged(f"{path()} ends with seal {written}; the database has later ones")
    append(missing)


def start_again() -> Path | None:
    """A new file with all the database's seals, after a restore; the old one is kept beside it."""
    kept = _set_aside() if path().exists() else None
    append(AuditSeal.objects.order_by("number"))
    return kept


def _set_aside() -> Path:
    number = 1
    while (kept := path().with_name(f"{path().name}.{number}")).exists():
        number += 1
    return path().rename(kept)


def _last_number() -> int:
    return max((int(entry["number"]) for entry in lines()), default=0)
