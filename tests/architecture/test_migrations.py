"""A migration holds tables only and reads no live code; what is declared beside it is put up after every migrate."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pgtrigger
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState
from django.utils import translation
from pgtrigger.core import INSTALLED
from pgtrigger.installation import prunable

from care.models import placement, transfer
from clients.enums import CaseStatus
from common import declared
from common.tables import TablesOnly
from tests.architecture.test_fence import the_database_as


# Django, what it stands on, and our one kind of column; all else would change what history says.
MAY_IMPORT = ("datetime", "django", "pghistory.utils", "uuid", "common.sealed.fields")
SHAPE = """
SELECT tablename || policyname || coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies
UNION ALL SELECT tgrelid::regclass || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT oid::regclass || relacl::text FROM pg_class WHERE relacl IS NOT NULL
UNION ALL SELECT viewname || viewowner || definition FROM pg_views WHERE schemaname = 'app'
UNION ALL SELECT oid::regprocedure || prosecdef::text || coalesce(proacl::text, '') || prosrc FROM pg_proc
    WHERE pronamespace IN ('app'::regnamespace, 'public'::regnamespace)
ORDER BY 1
"""


def migrations() -> list[Path]:
    return sorted(settings.BASE_DIR.glob("*/migrations/0*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


def is_allowed(module: str) -> bool:
    return any(module == one or module.startswith(f"{one}.") for one in MAY_IMPORT)


def changes(to_state: ProjectState) -> set[str]:
    """The apps that would get a migration."""
    loader = MigrationLoader(None)
    with translation.override(None):  # as makemigrations does
        return set(TablesOnly(loader.project_state(), to_state).changes(graph=loader.graph))


def shape() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(SHAPE)
        return [line for (line,) in cursor.fetchall()]


def test_a_migration_reads_no_live_code():
    found = {
        f"{path.parent.parent.name}/{path.name}: {name}"
        for path in migrations()
        for name in imported(path)
    }

    assert migrations()
    assert {one for one in found if not is_allowed(one.split(": ")[1])} == set()


def test_what_reads_live_code_is_seen(tmp_path):
    source = tmp_path / "0002_later.py"
    source.write_text("def run(apps, editor):\n    from care.models import Placement\n")

    assert [name for name in imported(source) if not is_allowed(name)] == ["care.models"]


def test_the_migrations_make_the_tables_of_the_models():
    assert changes(ProjectState.from_apps(apps)) == set()


def test_another_word_or_choice_asks_for_no_migration():
    state = ProjectState.from_apps(apps)
    status = state.models["clients", "case"].fields["status"]
    status.choices, status.verbose_name = [*CaseStatus.choices, ("new", "Baru")], "lain"
    state.models["clients", "case"].options["verbose_name"] = "lain"

    assert changes(state) == set()


def test_another_column_asks_for_one():
    state = ProjectState.from_apps(apps)
    state.models["clients", "case"].fields["status"].max_length = 99

    assert changes(state) == {"clients"}


def test_a_history_is_made_of_columns_that_lead_nowhere():
    state = MigrationLoader(None).project_state()
    related = {
        f"{state.models[key].name}.{name}"
        for key in state.models
        if key[1].endswith("history")
        for name, field in state.models[key].fields.items()
        if field.is_relation
    }

    assert related == set()


@pytest.mark.django_db
def test_every_trigger_is_there_as_it_is_declared():
    outdated = [
        trigger.get_uri(model)
        for model, trigger in pgtrigger.registered()
        if trigger.get_installation_status(model)[0] != INSTALLED
    ]

    assert pgtrigger.registered()
    assert outdated == []


@pytest.mark.django_db
def test_no_trigger_is_there_that_nobody_declares():
    assert prunable() == []


@pytest.mark.django_db
def test_what_every_installation_begins_with_is_in_the_trail():
    call_command("verify_history")


@pytest.mark.django_db
def test_what_is_declared_may_be_put_up_again():
    before = shape()

    call_command("migrate", verbosity=0)

    assert shape() == before


@pytest.mark.django_db
def test_what_is_taken_down_is_put_up_again():
    before = shape()
    with connection.cursor() as cursor:
        declared.take_down(cursor)
        declared.put_up(cursor)

    assert shape() == before


@pytest.mark.django_db
def test_while_tables_change_the_site_sees_no_row_and_the_owner_every():
    with connection.cursor() as cursor:
        declared.take_down(cursor)
        cursor.execute("SELECT tablename FROM pg_policies WHERE policyname = 'fence_owner'")
        assert ("clients_client",) in cursor.fetchall()
    with the_database_as("app_web"), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM clients_case")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_a_trigger_that_was_changed_by_hand_is_put_right():
    before = shape()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = 'clients_case'::regclass AND tgname LIKE 'pgt%'"
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name} ON clients_case")
        declared.put_up(cursor)

    assert shape() == before


@pytest.mark.django_db
def test_a_table_about_people_without_a_fence_stops_the_migrate():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE diary (client_id bigint REFERENCES clients_client (id))")

    with pytest.raises(CommandError, match=r"outside the fence: diary\. Say @fenced"):
        call_command("migrate", verbosity=0)


@pytest.mark.django_db
def test_a_database_of_another_version_is_refused_in_one_sentence():
    MigrationRecorder.Migration.objects.create(app="care", name="0011_placing")

    with pytest.raises(
        CommandError, match=r"it knows care\.0011_placing.*delete .* to start over"
    ) as refusal:
        call_command("migrate", verbosity=0)

    assert "\n" not in str(refusal.value)


@pytest.mark.django_db
def test_a_view_counts_by_the_programs_own_constants():
    """`status = ANY(%(care.models.placement.HOLDS_A_PLACE)s)` in care/sql/places.sql."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT definition FROM pg_views WHERE viewname = 'occupancy'")
        (definition,) = cursor.fetchone()
    said = set(re.findall(r"'(\w+)'", definition))

    assert said == {*placement.HOLDS_A_PLACE, *transfer.HOLDS_A_PLACE}
