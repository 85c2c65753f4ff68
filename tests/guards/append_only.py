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

    def flush_and_fill(self, sql_list):
        """Only what has rows is emptied: a TRUNCATE of every table takes a second, most tests fill few."""
        with triggers_off(), connection.cursor() as cursor:
            for table in _tables_with_rows(cursor):
                cursor.execute(f'DELETE FROM "{table}"')
            for table, rows in filled.items():
                cursor.copy_expert(f'COPY "{table}" FROM STDIN', StringIO(rows))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", flush_and_fill)
        yield


def _filled_tables() -> dict[str, str]:
    """Every table that has rows right after the migrations, as PostgreSQL's own copy text."""
    with connection.cursor() as cursor:
        return {table: _rows(cursor, table) for table in _tables_with_rows(cursor)}


def _tables_with_rows(cursor) -> list[str]:
    tables = set(connection.introspection.table_names(cursor)) - {"django_migrations"}
    asked = " UNION ALL ".join(
        f"SELECT '{table}' WHERE EXISTS (SELECT FROM \"{table}\")" for table in sorted(tables)
    )
    cursor.execute(asked)
    return [table for (table,) in cursor.fetchall()]


def _rows(cursor, table: str) -> str:
    rows = StringIO()
    cursor.copy_expert(f'COPY "{table}" TO STDOUT', rows)
    return rows.getvalue()
