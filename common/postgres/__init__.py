from collections.abc import Sequence
from typing import Any

from django.db import connection


def send_along(sql: str, values: Sequence[Any] = ()) -> None:
    """With the next statement of this transaction; what says nothing back need not be waited for."""
    connection.send_along(sql, values)  # type: ignore[attr-defined]  # common.postgres.base
