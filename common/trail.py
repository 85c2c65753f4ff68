"""The change trail: every insert, update and delete of a tracked table, copied by triggers in the same transaction.

Who did it comes from the transaction's scope (`Scope.settings`), so raw SQL is told apart as well.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import pghistory
import pgtrigger
from django.apps import apps
from django.db import models
from django.db.backends.utils import CursorWrapper
from pghistory.models import Event


M = TypeVar("M", bound=models.Model)

APPEND_ONLY = "append_only"
# Why a table of ours has no trail. A model that is neither tracked nor here fails the build.
UNTRACKED: dict[type[models.Model], str] = {}
# Triggers are known by the fingerprint that pgtrigger writes beside each.
INSTALLED = """
SELECT tgrelid::regclass::text, tgname, coalesce(obj_description(oid, 'pg_trigger'), '')
FROM pg_trigger WHERE tgname LIKE 'pgtrigger\\_%'
"""
# They write with rights of their own (common.keeper), so that the site may only read what they wrote: an entry of the
# trail cannot be forged through the site's account.
WRITERS = "^pgtrigger_(insert_insert|update_update|delete_delete)_"
# pgtrigger asks a setting that anybody may set whether its triggers are to look away. Ours never do.
NEVER_LOOK_AWAY = """
CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
LANGUAGE sql IMMUTABLE AS 'SELECT false'
"""


def append_only() -> pgtrigger.Trigger:
    """For `Meta.triggers`: rows are only ever added. `common.sealing` seals every table that has it."""
    return pgtrigger.Trigger(
        name=APPEND_ONLY,
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete | pgtrigger.Truncate,
        func="RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME;",
    )


def is_append_only(model: type[models.Model]) -> bool:
    triggers = getattr(model._meta, "triggers", ())  # noqa: SLF001
    return any(trigger.name == APPEND_ONLY for trigger in triggers)


class History(Event):
    """One change of one row: the row as it became (as it was, when deleted), when, and by whom."""

    pgh_id = models.BigAutoField(primary_key=True)

    class Meta:
        abstract = True


def tracked(*, by: str = "id", exclude: Iterable[str] = ()) -> Callable[[type[M]], type[M]]:
    """Keep every change of the model in `<Model>History`, which is looked up `by` this column.

    Blind indexes (`*_index`) stay out: beside a sealed value they would only tell who shares it.
    """

    def decorate(model: type[M]) -> type[M]:
        name = f"{model.__name__}History"
        left_out = {*exclude, *_blind_indexes(model)}
        pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            exclude=sorted(left_out),
            obj_field=None,  # the row's own id is among the copied columns
            context_field=pghistory.ContextJSONField(),
            context_id_field=None,  # type: ignore[arg-type]
            append_only=False,  # ours also refuses TRUNCATE
            base_model=History,
            model_name=name,
            meta={
                "indexes": [models.Index(fields=[by])],
                "triggers": [append_only()],
                "default_permissions": (),
            },
            attrs={"looked_up_by": by},
        )(model)
        return model

    return decorate


def untracked(why: str) -> Callable[[type[M]], type[M]]:
    """No change of the model is kept, and this is why."""

    def decorate(model: type[M]) -> type[M]:
        UNTRACKED[model] = why
        return model

    return decorate


def install_triggers(cursor: CursorWrapper) -> None:
    """Those that are missing or changed; and no other stays."""
    cursor.execute(INSTALLED)
    there = {(table, name): mark for table, name, mark in cursor.fetchall()}
    wanted = [trigger.compile(model) for model, trigger in pgtrigger.registered()]
    news = [one for one in wanted if there.get((one.sql.table, one.sql.pgid)) != one.hash]
    if news:
        cursor.execute("\n".join(one.install_sql for one in news))
    pgtrigger.prune()
    cursor.execute(NEVER_LOOK_AWAY)


def _blind_indexes(model: type[models.Model]) -> list[str]:
    fields = (model._meta.concrete_model or model)._meta.local_fields  # noqa: SLF001  Django's way to ask a model
    return [field.name for field in fields if field.name.endswith("_index")]


def histories() -> list[Any]:
    """Every history table, in the order of its name."""
    return sorted((m for m in apps.get_models() if issubclass(m, History)), key=table_of)


def table_of(model: type[models.Model]) -> str:
    return str(model._meta.db_table)  # noqa: SLF001  Django's way to ask a model


def columns_of(model: type[models.Model]) -> list[str]:
    return [str(field.column) for field in model._meta.concrete_fields]  # noqa: SLF001


def copied_columns(history: type[models.Model]) -> list[str]:
    """Those that a row and the copies of it share."""
    return [name for name in columns_of(history) if not name.startswith("pgh_")]
