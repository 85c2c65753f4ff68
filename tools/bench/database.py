"""A database of its own on whatever server there is; made afresh, dropped at the end."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg2


NAME = "atensi_bench"


@contextmanager
def own(*, keep: bool) -> Iterator[None]:
    """Let DATABASE_URL name an empty database for the length of the block."""
    server = os.environ["DATABASE_URL"]
    with closing(psycopg2.connect(server)) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        _take_turns(cursor)
        _drop(cursor)
        cursor.execute(f'CREATE DATABASE "{NAME}"')
        os.environ["DATABASE_URL"] = urlunsplit(urlsplit(server)._replace(path=f"/{NAME}"))
        try:
            yield
        finally:
            os.environ["DATABASE_URL"] = server
            if not keep:
                _drop(cursor)


def _take_turns(cursor: Any) -> None:
    """The lock ends with the connection, however this process ends."""
    lock = "(hashtext('atensi bench'))"
    cursor.execute(f"SELECT pg_try_advisory_lock{lock}")
    if not cursor.fetchone()[0]:
        print("Another bench is running on this server; waiting ...", file=sys.stderr, flush=True)
        cursor.execute(f"SELECT pg_advisory_lock{lock}")


def _drop(cursor: Any) -> None:
    cursor.execute(f'DROP DATABASE IF EXISTS "{NAME}" WITH (FORCE)')
