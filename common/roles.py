"""Who may do what with which table: the rights that go with the fence, given anew after every migration.

No default privileges: a table that nobody decided about is closed to every role.
"""

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db.backends.utils import CursorWrapper

from common.fence import UNFENCED
from common.guests import guard_writing


ROLES = ("app_owner", "app_web", "app_read", "app_login")
# What auditors may write: that they looked, what they sent before, and what keeps them signed in.
READ_MAY = {
    "common_readlog": "SELECT, INSERT",
    "common_auditseal": "SELECT, INSERT",
    "common_idempotencykey": "SELECT, INSERT, UPDATE, DELETE",
    "django_session": "SELECT, INSERT, UPDATE, DELETE",
    "django_cache": "SELECT, INSERT, UPDATE, DELETE",
}
APPEND_ONLY = {"accounts_accountevent", "common_auditseal", "common_datakey", "common_readlog"}
# Kept by the migrations; the site has no business there.
OWNERS_ALONE = {"django_migrations"}
# Sealing reads the nation and writes only seals (common.sealing); nobody at the site does.
SEALERS_ALONE = {"common_auditseal"}
# Written by the machinery alone.
COUNTED = {"common_summary"}
# Written by triggers with the owner's rights (desk/sql/waits.sql); the site reads them.
KEPT_BY_TRIGGERS = {"clients_wait"}

TABLES = """
SELECT relname, relrowsecurity AND relforcerowsecurity
FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname
"""
# Tables outside the fence with a foreign key, near or far, into it.
HOLES = """
WITH RECURSIVE fenced AS (
    SELECT oid FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace
), hangs_on AS (
    SELECT conrelid AS oid FROM pg_constraint JOIN fenced ON fenced.oid = confrelid WHERE contype = 'f'
    UNION
    SELECT conrelid FROM pg_constraint JOIN hangs_on ON hangs_on.oid = confrelid WHERE contype = 'f'
)
SELECT oid::regclass::text FROM hangs_on EXCEPT SELECT oid::regclass::text FROM fenced ORDER BY 1
"""


# The triggers that write the change trail. They write with the rights of the owner, so that the site may only read
# what they wrote: an entry of the trail cannot be forged through the site's account.
TRAIL_WRITERS = """
SELECT DISTINCT tgfoid::regprocedure::text FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
WHERE proname ~ '^pgtrigger_(insert_insert|update_update|delete_delete)_'
"""


class FenceHasHoles(Exception):
    """A table hangs on people and nobody fenced it or said why not (`common.fence.UNFENCED`)."""


def make_roles(cursor: CursorWrapper) -> None:
    """Needs an account that may make roles; does nothing where they are."""
    for role in ROLES:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE ROLE {role} NOINHERIT")


def let_in(cursor: CursorWrapper, password: str = "") -> None:
    """The site's own account: it may sign in and take on the two roles, and is nobody by itself."""
    cursor.execute("ALTER ROLE app_login LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS")
    if password:
        cursor.execute("ALTER ROLE app_login PASSWORD %s", [password])
    cursor.execute("GRANT app_web, app_read TO app_login")


def apply_sql(cursor: CursorWrapper) -> None:
    """The views, functions and triggers that stand beside the tables: written anew after every migration."""
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path, "sql").glob("*.sql")):
            cursor.execute(path.read_text(encoding="utf-8"))


def give_rights(cursor: CursorWrapper) -> None:
    apply_sql(cursor)
    cursor.execute(HOLES)
    holes = {name for (name,) in cursor.fetchall()} - UNFENCED.keys()
    if holes:
        raise FenceHasHoles(", ".join(sorted(holes)))
    cursor.execute("GRANT USAGE ON SCHEMA public, app TO app_owner, app_web, app_read, app_login")
    views = "app.occupancy, app.freeing, app.waiting_place"
    cursor.execute(f"GRANT SELECT ON {views} TO app_web, app_read")
    cursor.execute(TABLES)
    for table, fenced in cursor.fetchall():
        for role, rights in _rights(table, fenced=fenced):
            cursor.execute(f'REVOKE ALL ON TABLE "{table}" FROM {role}')
            if rights:
                cursor.execute(f'GRANT {rights} ON TABLE "{table}" TO {role}')
    guard_writing(cursor)
    _let_the_trail_write(cursor)


def _let_the_trail_write(cursor: CursorWrapper) -> None:
    cursor.execute(TRAIL_WRITERS)
    for (function,) in cursor.fetchall():
        cursor.execute(
            f"ALTER FUNCTION {function} SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
        )


def _rights(table: str, *, fenced: bool) -> Iterator[tuple[str, str]]:
    everything = "SELECT, INSERT, UPDATE, DELETE"
    writes = "SELECT, INSERT" if table in APPEND_ONLY else everything
    if is_history(table) or table in KEPT_BY_TRIGGERS:
        writes = "SELECT"
    if table in OWNERS_ALONE | SEALERS_ALONE:
        writes = ""
    yield "app_web", "SELECT" if table in COUNTED else writes
    yield "app_login", "" if fenced else writes
    yield "app_read", READ_MAY.get(table, "SELECT" if writes else "")


def is_history(table: str) -> bool:
    return table.endswith("history")
