from collections.abc import Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import AutoField, Model, QuerySet
from django.db.models.sql import InsertQuery


def send_along(sql: str, values: Sequence[Any] = (), *, owed: bool = False) -> None:
    """With the next statement of this transaction; what says nothing back need not be waited for."""
    connection.send_along(sql, values, owed=owed)  # type: ignore[attr-defined]  # common.postgres.base


def insert_along(row: Model) -> None:
    """Save a new row that nobody reads back: it gets no id. Where there is no transaction, save it at once."""
    if not connection.in_atomic_block:
        row.save(force_insert=True)
        return
    model = type(row)
    query = InsertQuery(model)
    fields = [f for f in model._meta.local_concrete_fields if not isinstance(f, AutoField)]  # noqa: SLF001
    query.insert_values(fields, [row])
    for sql, values in query.get_compiler(using=DEFAULT_DB_ALIAS).as_sql():
        send_along(sql, values, owed=True)


def lock_along(rows: QuerySet[Any]) -> None:
    """Lock what `rows` select for update together with the next statement, and before it.

    Both go in one message, but PostgreSQL takes the snapshot of the second only once it holds the locks of the
    first: what is read there, in whatever table, is as whoever was waited for left it. A subquery of the locking
    statement itself would read what stood before the wait.
    """
    send_along(*rows.query.get_compiler(using=DEFAULT_DB_ALIAS).as_sql())
