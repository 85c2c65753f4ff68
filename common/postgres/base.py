"""PostgreSQL, asked less often: what has no answer goes out with the next statement (docs/decisions/0025-fewer-round-trips.md).

A savepoint, its release and the settings of a scope say nothing back, so nobody waits for them. Should the
transaction end first, they are never sent: none of them outlives it. A row that nobody reads back may go the same
way; it is owed, so the commit sends it if nothing else has.
"""

from collections.abc import Sequence
from typing import Any, NoReturn

from django.db.backends.postgresql import base
from psycopg2 import extensions


class Line(extensions.connection):
    """A connection and what waits to go out with its next statement."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.waiting: list[bytes] = []
        self.owes = False
        # Statements that the server knows by name, and those whose name is on its way with what waits.
        self.named: dict[str, str] = {}
        self.naming: dict[str, str] = {}
        self.failures = 0

    def commit(self) -> None:
        if self.owes and self.waiting:
            with self.cursor() as cursor:
                cursor.execute("SELECT")
        self.forget()
        super().commit()

    def rollback(self) -> None:
        self.forget()
        super().rollback()

    def forget(self) -> None:
        self.waiting.clear()
        self.naming.clear()
        self.owes = False


class Sender(extensions.cursor):
    connection: Line

    def execute(self, query: Any, vars: Any = None) -> None:  # noqa: A002  psycopg2's name
        waiting = self.connection.waiting
        if not waiting:
            super().execute(query, vars)
            return
        # A value that cannot be written fails here: nothing was sent, so what waits goes on waiting.
        sent = b"; ".join([*waiting, self.mogrify(query, vars)])
        try:
            super().execute(sent)
        except BaseException:
            # Whether the server has heard the names nobody knows: they are not used again.
            self.connection.failures += 1
            raise
        else:
            self.connection.named |= self.connection.naming
        finally:
            waiting.clear()
            self.connection.naming.clear()

    def executemany(self, query: Any, vars_list: Any) -> None:
        self._send_what_waits()
        super().executemany(query, vars_list)

    def copy_expert(self, *args: Any, **options: Any) -> None:
        self._send_what_waits()
        super().copy_expert(*args, **options)

    def copy_from(self, *_args: Any, **_options: Any) -> NoReturn:
        raise NotImplementedError("Use copy_expert: what waits goes out before it.")

    copy_to = callproc = copy_from

    def _send_what_waits(self) -> None:
        if self.connection.waiting:
            self.execute("SELECT")


class DatabaseWrapper(base.DatabaseWrapper):
    connection: Line | None

    def get_connection_params(self) -> dict[str, Any]:
        own = {"connection_factory": Line, "cursor_factory": Sender}
        return {**super().get_connection_params(), **own}

    def send_along(self, sql: str, values: Sequence[Any] = (), *, owed: bool = False) -> None:
        """With the next statement of this transaction; when there is none, never, or (owed) before its end."""
        self.ensure_connection()
        self.validate_no_broken_transaction()
        assert self.connection is not None and self.in_atomic_block  # noqa: S101, PT018
        with self.connection.cursor() as cursor:
            self._waiting().append(cursor.mogrify(sql, values or None))
        self.connection.owes |= owed

    def name_of(self, statement: str) -> str:
        """Under which the server plans and runs `statement` from the next message on: it is sent and planned once."""
        self.ensure_connection()
        assert self.connection is not None  # noqa: S101  told to the type checker
        line = self.connection
        known = line.named.get(statement) or line.naming.get(statement)
        if known is None:
            known = f"question_{len(line.named) + len(line.naming)}_{line.failures}"
            line.naming[statement] = known
            line.waiting.append(_naming(known, statement))
        return known

    def _savepoint(self, sid: str) -> None:
        self.send_along(self.ops.savepoint_create_sql(sid))

    def _savepoint_rollback(self, sid: str) -> None:
        """What still waits began after the savepoint, or the savepoint waits among it; neither has happened."""
        waiting, begin = self._waiting(), self.ops.savepoint_create_sql(sid).encode()
        if begin in waiting:
            del waiting[waiting.index(begin) + 1 :]
            self._forget_unsent_names()
            return
        waiting.clear()
        self._forget_unsent_names()
        super()._savepoint_rollback(sid)  # type: ignore[misc]

    def _forget_unsent_names(self) -> None:
        """Those whose statement waits no longer: the server will not hear of them."""
        assert self.connection is not None  # noqa: S101  told to the type checker
        line = self.connection
        line.naming = {
            statement: name
            for statement, name in line.naming.items()
            if _naming(name, statement) in line.waiting
        }

    def _savepoint_commit(self, sid: str) -> None:
        waiting, begin = self._waiting(), self.ops.savepoint_create_sql(sid).encode()
        if begin in waiting:
            waiting.remove(begin)
        else:
            self.send_along(self.ops.savepoint_commit_sql(sid))

    def _waiting(self) -> list[bytes]:
        assert self.connection is not None  # noqa: S101  told to the type checker
        return self.connection.waiting


def _naming(name: str, statement: str) -> bytes:
    return f"PREPARE {name} AS {statement}".encode()
