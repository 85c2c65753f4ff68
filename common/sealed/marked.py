"""What stood open when its column became a sealed one: migrations mark it, and here it is sealed.

In the rows and in every copy of them, past the triggers: that it is sealed is no change of what it says. The seals
over the trail cover those copies, so their chain begins again afterwards (docs/upgrade.md).
"""

import json
import os
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models, transaction
from psycopg2 import Binary
from psycopg2.extras import execute_values

from common import seal_file
from common.models import AuditSeal, DataKey
from common.sealed import datakeys
from common.sealed.box import seal
from common.sealed.fields import SealedJSONField, SealedTextField, written
from common.trail import table_of


MARK = b"marked:"
IS_MARKED = "substring({column} FROM 1 FOR 7) = 'marked:'::bytea"
AT_ONCE = 1_000
# Of one row: under the same words its copies keep the same bytes, as the trail's triggers would have copied them.
Known = dict[tuple[int, str, bytes], bytes]


@transaction.atomic
def seal_marked() -> int:
    """How many values were sealed; nothing is left to do when it is repeated."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SET CONSTRAINTS ALL IMMEDIATE"
        )  # a table with checks to come lets no trigger go
    found = list(_marked())
    for model in {row.pgh_tracked_model if _is_copy(row) else row for row, _field in found}:
        _give_keys(model)
    known: Known = {}
    count = sum(_seal(model, field, known) for model, field in found)
    if count:
        _begin_the_chain_again()
    return count


def _is_copy(model: Any) -> bool:
    return hasattr(model, "pgh_tracked_model")


def _marked() -> Iterator[tuple[Any, SealedTextField]]:
    """Each table is gone through once, for all of its columns: the site is closed meanwhile."""
    for model in apps.get_models():
        fields = _sealed_fields(model)
        if fields:
            yield from (
                (model, field)
                for field, is_one in zip(fields, _any(model, fields), strict=True)
                if is_one
            )


def _sealed_fields(model: Any) -> list[SealedTextField]:
    return [field for field in model._meta.concrete_fields if isinstance(field, SealedTextField)]  # noqa: SLF001


def _any(model: Any, fields: list[SealedTextField]) -> tuple[bool | None, ...]:
    asked = ", ".join(f"bool_or({IS_MARKED.format(column=_column(field))})" for field in fields)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked} FROM {table_of(model)}")  # noqa: S608  our own names
        return tuple(cursor.fetchone())


def _rows(model: Any, field: SealedTextField, after: int) -> list[tuple[int, bytes]]:
    key, column = model._meta.pk.column, _column(field)  # noqa: SLF001
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {key}, {column} FROM {table_of(model)}"  # noqa: S608  our own names
            f" WHERE {key} > %s AND {IS_MARKED.format(column=column)} ORDER BY {key} LIMIT {AT_ONCE}",
            [after],
        )
        return [(pk, bytes(value)) for pk, value in cursor.fetchall()]


def _column(field: SealedTextField) -> str:
    return connection.ops.quote_name(str(field.column))


def _give_keys(model: Any) -> None:
    """Owners that had nothing to seal before have none; those who were erased get none again."""
    owners = {_owner_model(model, field) for field in _sealed_fields(model)}
    for owner in owners:
        if any(field.name == "erased_at" for field in owner._meta.concrete_fields):  # noqa: SLF001
            continue
        known = DataKey.objects.values("pk")
        for key_id in owner._base_manager.exclude(key_id__in=known).values_list(  # noqa: SLF001
            "key_id", flat=True
        ):
            datakeys.make(key_id)


def _owner_model(model: Any, field: SealedTextField) -> Any:
    for step in field.owner.split(".") if field.owner != "self" else ():
        model = model._meta.get_field(step).related_model  # noqa: SLF001
    return model


def _seal(model: Any, field: SealedTextField, known: Known) -> int:
    count, last = 0, 0
    with _without_triggers(model):
        while rows := _rows(model, field, after=last):
            _write(model, field, [*_sealed(model, field, dict(rows), known)])
            count, last = count + len(rows), rows[-1][0]
    return count


def _sealed(
    model: Any, field: SealedTextField, marked: dict[int, bytes], known: Known
) -> Iterator[tuple[int, Any]]:
    way = "key_id" if field.owner == "self" else f"{field.owner.replace('.', '__')}__key_id"
    rows = model._base_manager.filter(pk__in=marked).values_list("pk", "id", way)  # noqa: SLF001
    owners = list(rows)
    datakeys.preload(key_id for _pk, _id, key_id in owners)
    for pk, row_id, key_id in owners:
        place = (row_id, field.about, marked[pk])
        if place not in known:
            known[place] = _closed(field, key_id, marked[pk])
        yield pk, Binary(known[place])


def _closed(field: SealedTextField, key_id: UUID, marked: bytes) -> bytes:
    text = marked.removeprefix(MARK).decode()
    if isinstance(field, SealedJSONField):
        text = written(json.loads(text))
    # Of an erased person there is no key: what they left is sealed under one that nobody keeps.
    return seal(datakeys.find(key_id) or os.urandom(32), text, field.about)


def _write(model: Any, field: SealedTextField, rows: list[tuple[int, Any]]) -> None:
    with connection.cursor() as cursor:
        execute_values(
            cursor.cursor,
            f"UPDATE {table_of(model)} t SET {_column(field)} = v.sealed FROM (VALUES %s) AS v (id, sealed)"  # noqa: S608
            f" WHERE t.{model._meta.pk.column} = v.id",  # noqa: SLF001
            rows,
            page_size=AT_ONCE,
        )


class _without_triggers:  # noqa: N801  reads as a sentence: with _without_triggers(model)
    """The owner's right; the triggers are the trail's, which shall not tell of this, and refuses it in its copies."""

    def __init__(self, model: type[models.Model]) -> None:
        self.table = table_of(model)

    def __enter__(self) -> None:
        self._all("DISABLE")

    def __exit__(self, *_error: object) -> None:
        if not connection.needs_rollback:
            self._all("ENABLE")

    def _all(self, do: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {self.table} {do} TRIGGER USER")


def _begin_the_chain_again() -> None:
    with _without_triggers(AuditSeal), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table_of(AuditSeal)}")  # noqa: S608  our own name
    transaction.on_commit(seal_file.start_again)
