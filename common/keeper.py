"""Functions and views with rights of their own belong to a role that signs in nowhere and is nobody's superuser.

It reads what stands behind the fence, adds to the trail and keeps what triggers keep. What one function needs beyond
that, its own file grants (`<app>/sql/*.sql`). So even a function that could be misled gives nobody more than this.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db.backends.utils import CursorWrapper

from common.fence import FENCES, KEPT_BY_TRIGGERS
from common.trail import WRITERS, histories, is_append_only, table_of


KEEPER = "app_keeper"
# In what is not made by an extension: nobody calls them but triggers and whom their file names, and they look for
# nothing in a place of the caller.
OWN_FUNCTIONS = f"""
DO $$
DECLARE one record;
BEGIN
    FOR one IN SELECT oid::regprocedure AS name FROM pg_proc
        WHERE pronamespace IN ('app'::regnamespace, 'public'::regnamespace)
          AND (prosecdef OR proname ~ '{WRITERS}')
          AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
    LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp', one.name);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one.name);
        EXECUTE format('ALTER FUNCTION %s OWNER TO {KEEPER}', one.name);
    END LOOP;
END $$
"""  # noqa: S608  our own names


def give_rights(cursor: CursorWrapper) -> None:
    """Before its functions and views are made, whose files may add to it."""
    cursor.execute(";\n".join(_rights()))


def take_over(cursor: CursorWrapper) -> None:
    """When all functions stand; from then on it makes nothing any more."""
    cursor.execute(OWN_FUNCTIONS)
    cursor.execute(f"REVOKE CREATE ON SCHEMA app, public FROM {KEEPER}")


def _rights() -> Iterator[str]:
    yield f"GRANT USAGE, CREATE ON SCHEMA app, public TO {KEEPER}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {KEEPER}"
    # The lock under which a seal finds its end (app.trail_horizon) needs the right to change; rows that are only
    # ever added refuse the change itself.
    added = [table_of(model) for model in apps.get_models() if is_append_only(model)]
    yield _grant("SELECT, UPDATE", added)
    yield _grant("INSERT", [table_of(history) for history in histories()])
    yield _grant("SELECT", [table_of(model) for model in FENCES])
    yield _grant("INSERT, DELETE", [table_of(model) for model in KEPT_BY_TRIGGERS])


def _grant(rights: str, tables: list[str]) -> str:
    return f"GRANT {rights} ON {', '.join(sorted(tables))} TO {KEEPER}"
