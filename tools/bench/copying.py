"""Rows into tables by COPY. A column that a row does not give gets its field's default, so that a new
column with a default does not break the bench."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from io import StringIO
from typing import Any

from django.db import connection
from django.db.models import NOT_PROVIDED, AutoField, Field, Model
from django.utils import timezone

from common.sealed import SealedTextField
from tools.bench.sealing import closed


Row = Mapping[str, Any]
AT_ONCE = 20_000


class Copier:
    """Collects rows of several tables and sends them in batches, in the order in which tables were met."""

    def __init__(self) -> None:
        self._waiting: dict[type[Model], list[str]] = {}
        self._given = Counter[type[Model]]()
        self._count = 0

    def add(self, model: type[Model], row: Row) -> int:
        """Number the row, and return its number."""
        self._given[model] += 1
        number = self._given[model]
        line = _line(model, {model._meta.pk.attname: number, **row})
        self._waiting.setdefault(model, []).append(line)
        self._count += 1
        if self._count >= AT_ONCE:
            self.flush()
        return number

    def flush(self) -> None:
        for model, lines in self._waiting.items():
            _copy(model, lines)
        self._waiting = {model: [] for model in self._waiting}
        self._count = 0

    def finish(self) -> None:
        self.flush()
        for model in self._waiting:
            if isinstance(model._meta.pk, AutoField):
                _move_sequence(model)


def _copy(model: type[Model], lines: Iterable[str]) -> None:
    columns = ", ".join(f'"{field.column}"' for field in _fields(model))
    with connection.cursor() as cursor:
        cursor.cursor.copy_expert(
            f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN', StringIO("".join(lines))
        )


def _line(model: type[Model], row: Row) -> str:
    columns = dict(_defaults(model))
    known = len(columns)
    for name, value in row.items():
        columns[name] = _text(closed(model, name, value))
    if len(columns) > known:
        raise KeyError(f"{model.__name__} has no column {list(columns)[known:]}")
    return "\t".join(columns.values()) + "\n"


def _text(value: Any) -> str:
    # Our texts hold no tabs and no line breaks; JSON holds backslashes.
    if isinstance(value, bytes):
        return f"\\\\x{value.hex()}"
    return "\\N" if value is None else str(value).replace("\\", "\\\\")


@cache
def _fields(model: type[Model]) -> tuple[Field, ...]:
    return tuple(field for field in model._meta.concrete_fields if not _is_left_out(field))


def _is_left_out(field: Field) -> bool:
    """The database fills these in by itself, except moments: the world lies in the past."""
    return field.db_default is not NOT_PROVIDED and field.get_internal_type() != "DateTimeField"


@cache
def _defaults(model: type[Model]) -> dict[str, str]:
    """In the order of the columns."""
    return {field.attname: _text(_default(field)) for field in _fields(model)}


def _default(field: Field) -> Any:
    if field.db_default is not NOT_PROVIDED:
        return timezone.now()
    value = field.get_default()
    if value == {}:
        return "" if isinstance(field, SealedTextField) else "{}"
    return value


def _move_sequence(model: type[Model]) -> None:
    """What the application makes next must not meet the ids given here."""
    table, key = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT setval(pg_get_serial_sequence(%s, %s), max("{key}")) FROM "{table}"',
            [f'"{table}"', key],
        )
