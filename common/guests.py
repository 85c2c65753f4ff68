"""Who may only read a file writes nothing into it: the fence's answer to a share with `read_only`.

What a share shows, each table's own fence says. These policies stand beside it and say what may be written;
they are derived from the foreign keys, so that a new table is covered the day it is there.
"""

from django.db.backends.utils import CursorWrapper

from common.fence import MINE


ROOT = "clients_client"
WRITABLE = "any((select app.shared_for_writing())::bigint[])"
# A note that somebody looked, a glass broken, a share given back sooner: those who only read write these.
ALSO_WRITTEN_BY_READERS = {"clients_breakglass", "clients_share"}

# From a table to what it hangs on, by columns that are never empty; the nearest to the client first.
LINKS = """
WITH RECURSIVE links AS (
    SELECT c.conrelid AS child, a.attname AS "column", c.confrelid AS parent
    FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] AND a.attnotnull
    WHERE c.contype = 'f' AND cardinality(c.conkey) = 1
), tree AS (
    SELECT child, "column", parent, 1 AS depth FROM links WHERE parent = %s::regclass
    UNION
    SELECT links.child, links."column", links.parent, depth + 1
    FROM links JOIN tree ON tree.child = links.parent WHERE depth < 9
)
SELECT DISTINCT ON (child) child::regclass::text, "column", parent::regclass::text
FROM tree ORDER BY child, depth, "column"
"""


def guard_writing(cursor: CursorWrapper) -> None:
    cursor.execute(LINKS, [ROOT])
    links = {child: (column, parent) for child, column, parent in cursor.fetchall()}
    for table in links.keys() - ALSO_WRITTEN_BY_READERS:
        rule = _rule(table, table, links)
        for verb, clause in (
            ("INSERT", f"WITH CHECK ({rule})"),
            ("UPDATE", f"USING ({rule}) WITH CHECK ({rule})"),
            ("DELETE", f"USING ({rule})"),
        ):
            name = f"fence_guest_{verb.lower()}"
            cursor.execute(f"DROP POLICY IF EXISTS {name} ON {table}")
            cursor.execute(
                f"CREATE POLICY {name} ON {table} AS RESTRICTIVE FOR {verb} TO app_web {clause}"
            )


def _rule(table: str, alias: str, links: dict[str, tuple[str, str]], depth: int = 0) -> str:
    """Up from a row to its client: registered by an institution of mine, or shared for work."""
    if table == ROOT:
        return f"{alias}.institution_id = {MINE} OR {alias}.id = {WRITABLE}"
    column, parent = links[table]
    above = f"above{depth}"
    rule = _rule(parent, above, links, depth + 1)
    return f"EXISTS (SELECT 1 FROM {parent} AS {above} WHERE {above}.id = {alias}.{column} AND ({rule}))"  # noqa: S608
