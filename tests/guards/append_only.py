"""Tables that are only ever added to, emptied all the same: by the clean-up after a test, and by a burglar."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

import pytest
from django.db import connection, transaction
from django.db.backends.postgresql.operations import DatabaseOperations


@contextmanager
def triggers_off() -> Iterator[None]:
    """What a superuser can always do, in one transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        yield
        cursor.execute("SET LOCAL session_replication_role = origin")


@contextmanager
def left_as_migrated() -> Iterator[None]:
    """The clean-up after a test with real commits empties every table; put back what the migrations had filled.

    Without it a test would find regions and the consent text or not, by the chance of who ran before it.
    """
    filled = _filled_tables()
    flush = DatabaseOperations.execute_sql_flush

    def flush_and_fill(self, sql_list):
        flush(self, ["SET LOCAL session_replication_role = replica", *sql_list])
        with triggers_off(), connection.cursor() as cursor:
            for table, rows in filled.items():
                cursor.copy_expert(f'COPY "{table}" FROM STDIN', StringIO(rows))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", flush_and_fill)
        yield


def _filled_tables() -> dict[str, str]:
    """Every table that has rows right after the migrations, as PostgreSQL's own copy text."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor)) - {"django_migrations"}
        copied = {table: _rows(cursor, table) for table in sorted(tables)}
    return {table: rows for table, rows in copied.items() if rows}


def _rows(cursor, table: str) -> str:
    rows = StringIO()
    cursor.copy_expert(f'COPY "{table}" TO STDOUT', rows)
    return rows.getvalue()
