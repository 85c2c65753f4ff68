"""The site's account stays what it is: what it may call, make, delete, and what it was once able to become."""

import pytest
from django.apps import apps
from django.conf import settings
from django.db import ProgrammingError, connection, transaction

from accounts.scopes import scope_of
from clients.models import Client
from common.keeper import KEEPER
from common.scope import LOGIN, READ, WEB, acting
from tests import people
from tests.architecture.test_fence import the_database_as
from tests.clients.factories import ClientFactory


pytestmark = pytest.mark.django_db

SITE = [LOGIN, WEB, READ]
# With rights of their own, or written for triggers.
POWERFUL = """
SELECT proname, proowner::regrole::text, proconfig,
    EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) WHERE grantee = 0)
FROM pg_proc WHERE prosecdef AND oid >= 16384
"""
OWNED = """
SELECT 'relation ' || relname FROM pg_class WHERE relowner = ANY(%(roles)s::regrole[])
UNION ALL SELECT 'function ' || proname FROM pg_proc WHERE proowner = ANY(%(roles)s::regrole[])
UNION ALL SELECT 'schema ' || nspname FROM pg_namespace WHERE nspowner = ANY(%(roles)s::regrole[])
"""
GRANTED = """
SELECT DISTINCT relname, privilege_type, relkind FROM pg_class, aclexplode(relacl) AS right_
WHERE grantee = ANY(%(roles)s::regrole[]) OR grantee = 0 AND relnamespace = 'public'::regnamespace
"""
MAKES = """
SELECT rolname, has_database_privilege(rolname, current_database(), 'TEMPORARY, CREATE')
    OR has_schema_privilege(rolname, 'public', 'CREATE') OR has_schema_privilege(rolname, 'app', 'CREATE')
    OR rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb
FROM pg_roles WHERE rolname = ANY(%(roles)s)
"""


def rows(query: str, **values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query, values or None)
        return cursor.fetchall()


def run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def test_functions_with_rights_of_their_own_belong_to_the_keeper_and_are_called_by_nobody_else():
    found = rows(POWERFUL)

    assert len(found) > 100
    assert {
        name
        for name, owner, config, public in found
        if (owner, config, public) != (KEEPER, ["search_path=pg_catalog, public, pg_temp"], False)
    } == set()


def test_the_keeper_signs_in_nowhere_and_is_nobody_special():
    assert rows(MAKES, roles=[KEEPER]) == [(KEEPER, False)]
    assert rows("SELECT rolcanlogin FROM pg_roles WHERE rolname = %(name)s", name=KEEPER) == [
        (False,)
    ]
    assert not any(
        rows("SELECT pg_has_role(%(role)s, %(keeper)s, 'MEMBER')", role=role, keeper=KEEPER)[0][0]
        for role in SITE
    )


def test_the_sites_roles_own_nothing_and_make_nothing():
    assert rows(OWNED, roles=SITE) == []
    assert dict(rows(MAKES, roles=SITE)) == dict.fromkeys(SITE, False)


def test_the_site_deletes_where_a_page_deletes_and_nowhere_else():
    may = {table for table, right, _kind in rows(GRANTED, roles=SITE) if right == "DELETE"}

    # The cache's table is no model's, and tests keep their cache in memory.
    assert may == set(settings.DELETED_BY_PAGES) - {"django_cache"}


def test_the_site_has_no_other_right_than_to_read_write_and_delete():
    rights = {right for _table, right, _kind in rows(GRANTED, roles=SITE)}

    assert rights == {"SELECT", "INSERT", "UPDATE", "DELETE"}


def test_the_trail_never_looks_away():
    client = ClientFactory()
    history = apps.get_model("clients", "ClientHistory").objects.filter(id=client.pk)
    ignored = "SELECT set_config('pgtrigger.ignore', array_agg(tgname)::text, true) FROM pg_trigger"

    with acting(scope_of(people.ani())):
        run(ignored)
        Client.objects.filter(pk=client.pk).update(birth_place="Diubah")

    assert history.latest("pgh_id").birth_place == "Diubah"


@pytest.mark.parametrize("role", SITE)
def test_no_role_of_the_site_calls_a_function_of_the_trail(role):
    callable_ = rows(
        "SELECT proname FROM pg_proc WHERE prosecdef AND has_function_privilege(%(role)s, oid, 'EXECUTE')",
        role=role,
    )

    # Whoever reads the nation seals it (common.sealing); the queue writes down what the scanner said (files/services.py).
    assert callable_ == {READ: [("trail_horizon",)], LOGIN: [("file_scanned",)]}.get(role, [])


@pytest.mark.parametrize("role", SITE)
def test_no_role_of_the_site_makes_a_thing_of_its_own(role):
    for statement in (
        "CREATE TEMPORARY TABLE clients_share (id int)",
        "CREATE TEMPORARY VIEW trap AS SELECT 1",
        "CREATE FUNCTION pg_temp.trap() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE TABLE public.trap (id int)",
        "CREATE VIEW app.trap AS SELECT 1",
    ):
        with the_database_as(role), pytest.raises(ProgrammingError, match="permission denied"):
            run(statement)


@pytest.mark.parametrize(
    "trap",
    [
        "CREATE VIEW public.trap AS SELECT 1 AS id",
        "CREATE TEMPORARY TABLE trap AS SELECT 1 AS id",
        "CREATE SCHEMA other CREATE TABLE trap (id int)",
    ],
)
def test_the_end_of_a_table_is_told_of_tables_of_the_trail_alone(trap):
    """The name of a trigger proves nothing, and what stands behind a view is run by whoever asks it."""
    run(
        trap,
        "CREATE FUNCTION public.pass() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
        "SET LOCAL search_path = public, other, pg_temp",
    )
    kind = "INSTEAD OF INSERT ON trap FOR EACH ROW" if "VIEW" in trap else "BEFORE UPDATE ON trap"
    run(f"CREATE TRIGGER pgtrigger_append_only_x {kind} EXECUTE FUNCTION public.pass()")
    (oid,) = rows("SELECT 'trap'::regclass::oid")[0]

    with pytest.raises(ProgrammingError, match="only tables of the trail"), transaction.atomic():
        run(f"SELECT app.trail_horizon({oid}::regclass, 'id')")


def test_no_expression_passes_for_the_name_of_a_column():
    with pytest.raises(ProgrammingError, match="only tables of the trail"), transaction.atomic():
        run("SELECT app.trail_horizon('clients_clienthistory'::regclass, 'nothing')")
