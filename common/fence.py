"""The institution fence: row-level security on every table with a path to a client.

Models say who sees their rows (`@fenced`), `common.declared` puts the fence up after every migrate, and a test
demands that no table about people stands outside (tests/architecture/test_fence.py).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from django.db import models

from common.trail import histories, table_of


M = TypeVar("M", bound=models.Model)

# Tables that hold facts about people without a path to a client's row, or need none: each with its reason.
UNFENCED: dict[str, str] = {}

MINE = "any((select app.institutions())::bigint[])"
ROW = "{row}"  # in a condition: the table that it is about


@dataclass(frozen=True, slots=True)
class Fence:
    """`using` says which rows the web role sees, `check` which it may write; `by` names the parent that answers."""

    using: str = ""
    check: str = ""
    by: str = ""
    copies_by: str = ""
    guests: str = ""
    written_by_readers: bool = False


FENCES: dict[type[models.Model], Fence] = {}
# Their rows are written by triggers with the owner's rights; the site reads them.
KEPT_BY_TRIGGERS: list[type[models.Model]] = []
# The site adds their rows and takes them out, and changes none.
REPLACED_WHOLE: list[type[models.Model]] = []

# Taken down before tables change, put up again after. The owner's policy stays: behind forced row-level security
# a migration would find its tables empty without it, and so would the triggers that it sets off.
DOWN = """
DO $$
DECLARE one record;
BEGIN
    FOR one IN SELECT tablename, policyname FROM pg_policies
        WHERE schemaname = 'public' AND policyname LIKE 'fence\\_%' AND policyname <> 'fence_owner'
    LOOP
        EXECUTE format('DROP POLICY %I ON %I', one.policyname, one.tablename);
    END LOOP;
END $$
"""


def fenced(
    *,
    by: str = "",
    using: str = "",
    check: str = "",
    copies_by: str = "",
    guests: str = "",
    written_by_readers: bool = False,
) -> Callable[[type[M]], type[M]]:
    """Beside `@tracked`; the copies in the history are seen with the row.

    `by="case"`: whoever sees the case sees the row; the case's own fence answers, so the rule stands in one place.
    `using`, `check`: a rule of its own, in SQL; its copies are seen by whoever sees the row, or what `copies_by` names.
    `guests`: the rule by which a guest may write here and in all that hangs on it (common.guests);
    `written_by_readers`: also by guests who only read.
    """

    def decorate(model: type[M]) -> type[M]:
        FENCES[model] = Fence(using, check, by, copies_by, guests, written_by_readers)
        return model

    return decorate


def also_seen(model: type[models.Model], condition: str) -> None:
    """By whoever sees a row of an app above, too."""
    fence = FENCES[model]
    FENCES[model] = replace(fence, using=f"{fence.using} OR {condition}")


def kept_by_triggers(model: type[M]) -> type[M]:
    KEPT_BY_TRIGGERS.append(model)
    return model


def replaced_whole(model: type[M]) -> type[M]:
    REPLACED_WHOLE.append(model)
    return model


def through(parent: str, column: str) -> str:
    """Rows whose parent can be seen; the parent's own policy answers."""
    return f"EXISTS (SELECT 1 FROM {parent} AS above WHERE above.id = {column})"


def policies() -> Iterator[str]:
    """The statements that fence every declared table and the copies of its rows."""
    for model, fence in FENCES.items():
        using = fence.using or _through(model, fence.by)
        yield from _policies(table_of(model), using, fence.check or using)
    for history in histories():
        if copied := FENCES.get(history.pgh_tracked_model):
            # Written by the trigger alone, and after a deletion the row is gone: nothing is asked of what is written.
            yield from _policies(table_of(history), _of_copies(history, copied), "true")


def _through(model: type[models.Model], name: str) -> str:
    field: Any = model._meta.get_field(name)  # noqa: SLF001  Django's way to ask a model
    return through(table_of(field.related_model), field.column)


def _of_copies(history: Any, fence: Fence) -> str:
    model = history.pgh_tracked_model
    if name := fence.by or fence.copies_by:
        return _through(model, name)
    return through(table_of(model), f"{table_of(history)}.id")


def _policies(table: str, using: str, check: str) -> Iterator[str]:
    using, check = using.replace(ROW, table), check.replace(ROW, table)
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    yield f"CREATE POLICY fence_web ON {table} TO app_web USING ({using}) WITH CHECK ({check})"
    yield f"CREATE POLICY fence_read ON {table} FOR SELECT TO app_read USING (true)"
    yield f"DROP POLICY IF EXISTS fence_owner ON {table}"
    yield f"CREATE POLICY fence_owner ON {table} TO app_owner, app_keeper USING (true) WITH CHECK (true)"
