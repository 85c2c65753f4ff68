"""Tables that are only ever added to, emptied all the same: by the clean-up after a test, and by a burglar."""

from collections.abc import Iterator
from contextlib import contextmanager

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


@pytest.fixture(autouse=True, scope="session")
def empty_append_only_tables_after_a_test():
    flush = DatabaseOperations.execute_sql_flush

    def flush_with_triggers_off(self, sql_list):
        flush(self, ["SET LOCAL session_replication_role = replica", *sql_list])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", flush_with_triggers_off)
        yield
