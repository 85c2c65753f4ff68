"""Looking again at what was sealed: the first seal that does not hold, and what became of its rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db import connection
from django.db.models import Model

from common import seal_file
from common.models import AuditSeal
from common.scope import acting
from common.sealing import (
    NO_SEAL,
    SEALER,
    Content,
    Part,
    contents,
    seal_hash,
    sealed_models,
    use_the_same_text,
)
from common.trail import table_of


BATCH = 500


@dataclass(frozen=True, slots=True)
class Damage:
    number: int
    what: str

    def __str__(self) -> str:
        return f"seal {self.number}: {self.what}"


@dataclass(frozen=True, slots=True)
class Verified:
    seals: int
    rows: int
    damage: Damage | None


def verify() -> Verified:
    """From the first seal to the last, by number; stops at the first that does not hold."""
    with acting(SEALER):
        return _verify()


def _verify() -> Verified:
    use_the_same_text()
    written = {int(entry["number"]): entry for entry in seal_file.lines()}
    previous, checked, rows = NO_SEAL, 0, 0
    for seal, content in _seals():
        checked += 1
        rows += seal.rows
        what = _chain(seal, checked, previous) or _content(seal, content) or _copy(seal, written)
        if what:
            return Verified(checked, rows, Damage(checked, what))
        previous = seal.sha256
    if beyond := [number for number in written if number > checked]:
        return Verified(checked, rows, Damage(min(beyond), "it was removed from the database"))
    return Verified(checked, rows, None)


def _seals() -> Iterator[tuple[AuditSeal, Content | None]]:
    last = -1
    while batch := list(AuditSeal.objects.filter(number__gt=last).order_by("number")[:BATCH]):
        found = _found(batch)
        yield from ((seal, found.get(seal.number)) for seal in batch)
        last = batch[-1].number


def _found(batch: list[AuditSeal]) -> dict[int, Content]:
    """What is there now, one question for each table (and each set of columns it had)."""
    models = sealed_models()
    found: dict[int, Content] = {}
    for (table, columns), seals in groupby(sorted(batch, key=_shape), key=_shape):
        model = models.get(table)
        if model is None or not set(columns) <= _columns_in_the_database(model):
            continue
        parts = [Part(seal.number, seal.after_id, seal.upto_id) for seal in seals]
        found |= contents(model, list(columns), parts)
    return found


def _columns_in_the_database(model: type[Model]) -> set[str]:
    """A model may have let go of a column that its history keeps, because seals cover it."""
    with connection.cursor() as cursor:
        there = connection.introspection.get_table_description(cursor, table_of(model))
    return {column.name for column in there}


def _shape(seal: AuditSeal) -> tuple[str, tuple[str, ...]]:
    return seal.table, tuple(seal.columns)


def _chain(seal: AuditSeal, number: int, previous: str) -> str:
    if seal.number != number:
        return "it was removed from the database"
    return "" if seal.previous == previous else "it does not follow from the seal before it"


def _content(seal: AuditSeal, content: Content | None) -> str:
    if content is None:
        return f"{seal.table} or one of its sealed columns is gone"
    if content.rows < seal.rows:
        return f"{seal.rows - content.rows} of {seal.rows} rows of {seal.table} were removed"
    if content.rows > seal.rows:
        return f"{content.rows - seal.rows} rows were added to {seal.rows} of {seal.table}"
    return "" if seal_hash(seal, content) == seal.sha256 else f"rows of {seal.table} were altered"


def _copy(seal: AuditSeal, written: dict[int, dict[str, Any]]) -> str:
    if seal.number not in written:
        return "its copy in the file is gone"
    return "" if written[seal.number] == seal_file.line(seal) else "its copy in the file differs"
