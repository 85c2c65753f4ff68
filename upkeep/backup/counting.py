"""What a database holds, table by table, in figures that two databases can be compared by."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from psycopg2.extensions import cursor as AnyCursor, quote_ident  # noqa: N812

from common.sealing import SAME_TEXT


Holdings: TypeAlias = dict[str, list[Any]]

TABLES = """
SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname
"""
# A sum of hashes over the text of each row: the same rows in any order give the same.
ROWS = "SELECT count(*), coalesce(sum(hashtextextended(one::text, 0)::numeric), 0)::text FROM {} AS one"
# The fence: which tables stand behind it, and each policy's own words.
FENCE = """
SELECT count(*), coalesce(sum(hashtextextended(line, 0)::numeric), 0)::text FROM (
    SELECT format('%s %s %s', relname, relrowsecurity, relforcerowsecurity) AS line
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('%s %s %s %s %s %s', tablename, policyname, roles, cmd, qual, with_check)
    FROM pg_policies WHERE schemaname = 'public'
    UNION ALL
    SELECT format('%s %s', tgrelid::regclass, tgname) FROM pg_trigger WHERE NOT tgisinternal
) AS lines
"""


def holdings(cursor: AnyCursor) -> Holdings:
    for name, value in SAME_TEXT.items():
        cursor.execute("SELECT set_config(%s, %s, false)", [name, value])
    return dict(_counted(cursor))


def _counted(cursor: AnyCursor) -> Iterator[tuple[str, list[Any]]]:
    cursor.execute(TABLES)
    for (table,) in cursor.fetchall():
        cursor.execute(ROWS.format(quote_ident(table, cursor)))
        yield table, list(cursor.fetchone() or ())
    cursor.execute(FENCE)
    yield "(fence)", list(cursor.fetchone() or ())


def differences(told: Holdings, found: Holdings) -> list[str]:
    """Tables that hold something else, by name; no value of any row."""
    return [
        f"{table}: {_rows(told, table)} in the backup, {_rows(found, table)} restored"
        for table in sorted(told.keys() | found.keys())
        if told.get(table) != found.get(table)
    ]


def _rows(holdings: Holdings, table: str) -> str:
    return f"{holdings[table][0]} rows" if table in holdings else "no table"
