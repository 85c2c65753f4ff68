"""Who may do what with which table: the rights that go with the fence, given anew after every migrate.

No default privileges: a table that nobody decided about is closed to every role.
"""

from collections.abc import Iterator
from importlib import import_module

from django.apps import apps
from django.conf import settings
from django.db.backends.utils import CursorWrapper

from common.fence import KEPT_BY_TRIGGERS, REPLACED_WHOLE, UNFENCED
from common.keeper import KEEPER
from common.trail import histories, is_append_only, table_of


WRITE = "SELECT, INSERT, UPDATE"
EVERYTHING = f"{WRITE}, DELETE"
ROLES = ("app_owner", "app_web", "app_read", "app_login", KEEPER)
# What auditors may write: that they looked, and what they sent before.
READ_MAY = {
    "common_readlog": "SELECT, INSERT",
    "common_auditseal": "SELECT, INSERT",
    "common_idempotencykey": "SELECT, INSERT, UPDATE, DELETE",
    "django_cache": "SELECT, INSERT, UPDATE, DELETE",
}
# Keys are made and, by the owner, destroyed; a key never changes.
NEVER_CHANGED = {"common_datakey"}
# Kept by migrate; the site has no business there.
OWNERS_ALONE = {"django_migrations"}
# Sealing reads the nation and writes only seals (common.sealing); nobody at the site does.
SEALERS_ALONE = {"common_auditseal"}
# Written by the machinery alone.
COUNTED = {"common_summary"}

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


VIEWS = "SELECT relname FROM pg_class WHERE relkind = 'v' AND relnamespace = 'app'::regnamespace"
# Roles belong to the whole server, where another database may be prepared at the same moment.
MAKE_ROLE = """
DO $$
BEGIN
    CREATE ROLE {role} NOINHERIT;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END $$
"""


CLOSE = """
DO $$
BEGIN
    EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
END $$
"""


class FenceHasHoles(Exception):
    """A table hangs on people and nobody fenced it or said why not (`common.fence.UNFENCED`)."""


def make_roles(cursor: CursorWrapper) -> None:
    """Needs an account that may make roles; does nothing where they are."""
    for role in ROLES:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if cursor.fetchone() is None:
            cursor.execute(MAKE_ROLE.format(role=role))


def let_in(cursor: CursorWrapper, password: str = "") -> None:
    """The site's own account: it may sign in and take on the two roles, and is nobody by itself."""
    cursor.execute("ALTER ROLE app_login LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS")
    if password:
        cursor.execute("ALTER ROLE app_login PASSWORD %s", [password])
    cursor.execute("GRANT app_web, app_read TO app_login")
    cursor.execute(f"ALTER ROLE {KEEPER} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB")


def give_rights(cursor: CursorWrapper) -> None:
    cursor.execute(HOLES)
    holes = {name for (name,) in cursor.fetchall()} - UNFENCED.keys()
    if holes:
        raise FenceHasHoles(", ".join(sorted(holes)))
    close_the_database(cursor)
    cursor.execute(";\n".join([*_rights_on_views(cursor), *_rights_on_tables(cursor)]))


def close_the_database(cursor: CursorWrapper) -> None:
    """Nobody makes things of their own in it. A copy or a restore of a database has lost this."""
    cursor.execute(CLOSE)


def _rights_on_views(cursor: CursorWrapper) -> Iterator[str]:
    yield "GRANT USAGE ON SCHEMA public, app TO app_owner, app_web, app_read, app_login"
    cursor.execute(VIEWS)
    for (view,) in cursor.fetchall():
        yield f'GRANT SELECT ON app."{view}" TO app_web, app_read'


def _rights_on_tables(cursor: CursorWrapper) -> Iterator[str]:
    cursor.execute(TABLES)
    writable = _writable_by_the_site()
    for table, fenced in cursor.fetchall():
        for role, rights in _rights(table, writable.get(table, WRITE), fenced=fenced):
            yield f'REVOKE ALL ON TABLE "{table}" FROM {role}'
            if rights:
                yield f'GRANT {rights} ON TABLE "{table}" TO {role}'


def _writable_by_the_site() -> dict[str, str]:
    """What the site may do where it may not read, add and change, or may also delete."""
    added = {table_of(model) for model in apps.get_models() if is_append_only(model)}
    return {
        **dict.fromkeys(settings.DELETED_BY_PAGES, EVERYTHING),
        **dict.fromkeys(added | NEVER_CHANGED, "SELECT, INSERT"),
        **{table_of(model): "SELECT, INSERT, DELETE" for model in REPLACED_WHOLE},
        **{table_of(history): "SELECT" for history in histories()},
        **{table_of(model): "SELECT" for model in KEPT_BY_TRIGGERS},
        **dict.fromkeys(OWNERS_ALONE | SEALERS_ALONE, ""),
    }


def _rights(table: str, writes: str, *, fenced: bool) -> Iterator[tuple[str, str]]:
    yield "app_web", "SELECT" if table in COUNTED else writes
    yield "app_login", "" if fenced else writes
    yield "app_read", _readers_may().get(table, "SELECT" if writes else "")


def _readers_may() -> dict[str, str]:
    """Where those who only read write after all: also into the table of whichever store keeps them signed in."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    return {**READ_MAY, table_of(store.get_model_class()): EVERYTHING}
