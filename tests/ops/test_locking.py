"""A migration that would hold a large table for long is refused, with what to do instead."""

import pytest
from django.contrib.postgres import operations as postgres
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from ops.locking import found_in, holds, is_excused


INDEX = models.Index(fields=["name"], name="new_index")
CHECK = models.CheckConstraint(condition=models.Q(name__gt=""), name="new_check")


@pytest.fixture(scope="module")
def state() -> ProjectState:
    return MigrationLoader(None).project_state()


def why(operation, state, app="clients", made=()) -> str:
    return holds(operation, app, state, set(made))


@pytest.mark.parametrize(
    ("operation", "instead"),
    [
        (migrations.AddIndex("client", INDEX), "AddIndexConcurrently"),
        (migrations.AddConstraint("client", CHECK), "AddConstraintNotValid"),
        (
            migrations.AddField("client", "x", models.CharField(max_length=9, db_index=True)),
            "index",
        ),
        (migrations.AddField("client", "x", models.CharField(max_length=9, unique=True)), "index"),
        (migrations.AlterField("client", "name", models.IntegerField()), "another type"),
        (migrations.AlterField("clienthistory", "name", models.IntegerField()), "another type"),
        (migrations.AlterField("client", "erased_at", models.DateTimeField()), "being filled"),
        (migrations.AlterField("client", "name", models.CharField(unique=True)), "index"),
        (migrations.RunPython(migrations.RunPython.noop), "cannot be seen"),
        (migrations.RunSQL("SELECT 1"), "cannot be seen"),
    ],
)
def test_what_reads_or_writes_every_row_is_refused(operation, instead, state):
    assert instead in why(operation, state)


@pytest.mark.parametrize(
    "operation",
    [
        migrations.AddField("client", "x", models.CharField(max_length=9, default="")),
        migrations.RemoveField("client", "name"),
        migrations.AlterField("client", "name", models.CharField(max_length=200)),
        postgres.AddIndexConcurrently("client", INDEX),
        postgres.AddConstraintNotValid("client", CHECK),
        postgres.ValidateConstraint("client", "new_check"),
        migrations.CreateModel("New", [("id", models.BigAutoField(primary_key=True))]),
    ],
)
def test_what_touches_no_row_passes(operation, state):
    assert why(operation, state) == ""


def test_a_table_that_the_same_migration_makes_is_empty(state):
    assert why(migrations.AddIndex("client", INDEX), state, made=["client"]) == ""


def test_a_small_table_may_be_held(state):
    assert why(migrations.AddIndex("province", INDEX), state, app="regions") == ""


def test_a_migration_may_say_why_it_holds_one_all_the_same():
    migration = migrations.Migration("0009_x", "clients")
    assert not is_excused(migration)

    migration.holds_because = "the table has a hundred rows in every installation"

    assert is_excused(migration)


def test_none_of_ours_holds_a_large_table():
    assert list(found_in(MigrationLoader(None))) == []
