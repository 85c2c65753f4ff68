"""Refuses migrations that hold a large table for long: python -m ops.locking

The site is closed while tables change (docs/upgrade.md); what reads or rewrites every row of a table that grows with the
work keeps it closed for minutes. Small tables, and tables that the same migration makes, may be treated as one likes.
django-migration-linter looks at SQL, for which it needs a database, and knows neither which tables are large nor which
of our rows a trigger copies; so the few rules that matter here are our own.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import django
from django.apps import apps
from django.db import migrations
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation


ROOT = Path(__file__).resolve().parent.parent
# A migration that may hold a table all the same says why: `holds_because = "…"`. These landed without: before the first
# release nobody has a table that is large.
LANDED = {
    "accounts.0004_remove_accountevent_account_event_kind_known_and_more",
    "accounts.0005_appointment_appointmenthistory_and_more",
    "care.0003_proofs_are_stored_files",
    "partners.0003_documents_are_stored_files",
}
UNSEEN = (migrations.RunPython, migrations.RunSQL, migrations.SeparateDatabaseAndState)
Fields: TypeAlias = Mapping[str, Any]


def main() -> None:
    found = list(found_in(MigrationLoader(None)))
    for line in found:
        print(line)
    sys.exit(f"{len(found)} operations hold a large table." if found else 0)


def found_in(loader: MigrationLoader) -> Iterator[str]:
    """In the order in which they are made, because what a field was before counts."""
    state = loader.project_state([])
    for app, name in _in_order(loader):
        migration = loader.graph.nodes[app, name]
        excused = is_excused(migration)
        made = {
            one.name_lower
            for one in migration.operations
            if isinstance(one, migrations.CreateModel)
        }
        for operation in migration.operations:
            if not excused and (why := holds(operation, app, state, made)):
                yield f"{app}.{name}: {operation.describe()}: {why}"
            operation.state_forwards(app, state)


def is_excused(migration: Any) -> bool:
    """An initial one finds its tables empty."""
    named = f"{migration.app_label}.{migration.name}"
    return bool(migration.initial or getattr(migration, "holds_because", "") or named in LANDED)


def _in_order(loader: MigrationLoader) -> list[tuple[str, str]]:
    ours = {config.label for config in apps.get_app_configs() if Path(config.path).parent == ROOT}
    plan: dict[tuple[str, str], None] = {}
    for leaf in loader.graph.leaf_nodes():
        plan |= dict.fromkeys(loader.graph.forwards_plan(leaf))
    return [key for key in plan if key[0] in ours]


def holds(operation: Operation, app: str, state: Any, made: set[str]) -> str:
    """Why the operation holds a large table for long, or nothing."""
    if isinstance(operation, UNSEEN):
        return "what it does cannot be seen from here"
    model = str(getattr(operation, "model_name", "")).lower()
    if not model or model in made or not is_large(app, model) or _is_gentle(operation):
        return ""
    look = LOOKS.get(type(operation))
    return look(operation, state.models[app, model].fields) if look else ""


def _is_gentle(operation: Operation) -> bool:
    name = type(operation).__name__
    return "Concurrently" in name or "NotValid" in name


def is_large(app: str, model: str) -> bool:
    """What stands behind the fence grows with the people, what is only added to grows with time."""
    from common.fence import FENCES  # noqa: PLC0415  needs the models
    from common.trail import histories, is_append_only  # noqa: PLC0415

    try:
        found = apps.get_model(app, model)
    except LookupError:
        return False  # its table is gone by now
    return found in FENCES or found in histories() or is_append_only(found)


def _index(_operation: Any, _fields: Fields) -> str:
    return "the index is built while nobody may write: AddIndexConcurrently, in a migration with atomic = False"


def _constraint(_operation: Any, _fields: Fields) -> str:
    return (
        "every row is checked: AddConstraintNotValid, and ValidateConstraint in the next migration"
    )


def _new_field(operation: Any, _fields: Fields) -> str:
    if operation.field.unique or operation.field.db_index:
        return (
            "its index is built while nobody may write: db_index=False, then AddIndexConcurrently"
        )
    return ""


def _changed_field(operation: Any, fields: Fields) -> str:
    old, new = fields[operation.name], operation.field
    if old.get_internal_type() != new.get_internal_type():
        return "another type rewrites every row: a new column, filled in batches, in its place"
    if old.null and not new.null:
        return "every row is checked for being filled"
    if (new.unique or new.db_index) and not (old.unique or old.db_index):
        return "an index is built while nobody may write"
    return ""


LOOKS: dict[type[Operation], Callable[[Any, Fields], str]] = {
    migrations.AddIndex: _index,
    migrations.AddConstraint: _constraint,
    migrations.AddField: _new_field,
    migrations.AlterField: _changed_field,
}


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atensi.settings.test")
    django.setup()
    main()
