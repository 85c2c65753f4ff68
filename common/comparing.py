"""Does every row look as its last change left it? A write with the triggers off leaves a row that does not."""

from dataclasses import dataclass
from typing import Any

from django.db import connection

from common.scope import READ, Scope, acting
from common.trail import copied_columns, histories, table_of


SHOWN = 20
# Rows and last changes side by side; what is left is wrong. `FULL JOIN`, so that nothing can hide on either side.
QUESTION = """
    WITH {chosen} present AS (SELECT {columns} FROM {table} {only}),
    last AS (
        SELECT DISTINCT ON (id) pgh_label, {columns} FROM {history} {only} ORDER BY id, pgh_id DESC
    ),
    compared AS (
        SELECT coalesce(present.id, last.id) AS id,
            CASE
                WHEN last.id IS NULL THEN 'has no history'
                WHEN present.id IS NULL AND last.pgh_label <> 'delete' THEN 'is gone without a trace'
                WHEN present.id IS NOT NULL AND last.pgh_label = 'delete' THEN 'is back without a trace'
                WHEN present.id IS NOT NULL AND ({present}) IS DISTINCT FROM ({last})
                    THEN 'differs from its last change'
            END AS what
        FROM present FULL JOIN last ON present.id = last.id
    )
    SELECT id, what FROM compared WHERE what IS NOT NULL ORDER BY id LIMIT {shown}
"""


@dataclass(frozen=True, slots=True)
class Mismatch:
    table: str
    id: int
    what: str

    def __str__(self) -> str:
        return f"{self.table} {self.id} {self.what}"


def mismatches(*, sample: int = 0) -> list[Mismatch]:
    """The first few of each table; with `sample`, only that many rows of each are looked at, chosen by chance."""
    with acting(Scope(READ)):
        return [found for history in histories() for found in _mismatches(history, sample)]


def _mismatches(history: Any, sample: int) -> list[Mismatch]:
    table = table_of(history.pgh_tracked_model)
    with connection.cursor() as cursor:
        cursor.execute(_question(history, table, sample))
        return [Mismatch(table, row_id, what) for row_id, what in cursor.fetchall()]


def _question(history: Any, table: str, sample: int) -> str:
    quote = connection.ops.quote_name
    columns = [quote(name) for name in copied_columns(history)]
    chosen = f"chosen AS MATERIALIZED (SELECT id FROM {quote(table)} ORDER BY random() LIMIT {sample:d}),"  # noqa: S608
    return QUESTION.format(
        chosen=chosen if sample else "",
        columns=", ".join(columns),
        table=quote(table),
        history=quote(table_of(history)),
        present=", ".join(f"present.{column}" for column in columns),
        last=", ".join(f"last.{column}" for column in columns),
        only="WHERE id IN (SELECT id FROM chosen)" if sample else "",
        shown=SHOWN,
    )
