"""Who may only read a file writes nothing into it: the fence's answer to a share with `read_only`.

What a share shows, each table's own fence says. These policies stand beside it and say what may be written; they are
derived from the foreign keys up to the table that says what a guest may do (`@fenced(guests=...)`), so that a new
table is covered the day it is there.
"""

from collections.abc import Iterator

from django.db.backends.utils import CursorWrapper

from common.fence import FENCES, ROW
from common.trail import table_of


# From a table to what it hangs on, by columns that are never empty; the nearest to the root first.
LINKS = """
WITH RECURSIVE links AS (
    SELECT c.conrelid AS child, a.attname AS "column", c.confrelid AS parent
    FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] AND a.attnotnull
    WHERE c.contype = 'f' AND cardinality(c.conkey) = 1
), tree AS (
    SELECT child, "column", parent, 1 AS depth FROM links WHERE parent = ANY(%s::regclass[])
    UNION
    SELECT links.child, links."column", links.parent, depth + 1
    FROM links JOIN tree ON tree.child = links.parent WHERE depth < 9
)
SELECT DISTINCT ON (child) child::regclass::text, "column", parent::regclass::text
FROM tree ORDER BY child, depth, "column"
"""

Links = dict[str, tuple[str, str]]


def guard_writing(cursor: CursorWrapper) -> None:
    roots = {table_of(model): fence.guests for model, fence in FENCES.items() if fence.guests}
    cursor.execute(LINKS, [list(roots)])
    links = {child: (column, parent) for child, column, parent in cursor.fetchall()}
    guarded = sorted(links.keys() - written_by_readers())
    statements = [
        line for table in guarded for line in _policies(table, _rule(table, table, links, roots))
    ]
    cursor.execute(";\n".join(statements))


def written_by_readers() -> set[str]:
    return {table_of(model) for model, fence in FENCES.items() if fence.written_by_readers}


def _policies(table: str, rule: str) -> Iterator[str]:
    for verb, clause in (
        ("INSERT", f"WITH CHECK ({rule})"),
        ("UPDATE", f"USING ({rule}) WITH CHECK ({rule})"),
        ("DELETE", f"USING ({rule})"),
    ):
        name = f"fence_guest_{verb.lower()}"
        yield f"CREATE POLICY {name} ON {table} AS RESTRICTIVE FOR {verb} TO app_web {clause}"


def _rule(table: str, alias: str, links: Links, roots: dict[str, str], depth: int = 0) -> str:
    """Up from a row to its client: registered by an institution of mine, or shared for work."""
    if table in roots:
        return roots[table].replace(ROW, alias)
    column, parent = links[table]
    above = f"above{depth}"
    rule = _rule(parent, above, links, roots, depth + 1)
    return f"EXISTS (SELECT 1 FROM {parent} AS {above} WHERE {above}.id = {alias}.{column} AND ({rule}))"  # noqa: S608
