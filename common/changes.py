"""Reading the trail: what changed at some rows and at everything that hangs from them, newest first.

A table hangs from another by the column its history is looked up by. Parents are looked for in the histories
as well, so that a row that was deleted keeps its changes.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, models

from common.trail import histories, table_of


# The ids of the rows that it is about, table by table; a table that stands here shows no other rows.
Roots = Mapping[type[models.Model], list[int]]

CHANGES = """
    SELECT '{label}' AS model, pgh_id, pgh_created_at AS at, pgh_label AS label, id AS row_id,
        (pgh_context->>'user')::bigint AS user_id, to_jsonb(one) AS after,
        lag(to_jsonb(one)) OVER (PARTITION BY id ORDER BY pgh_id) AS before
    FROM {history} AS one WHERE {below}
"""
PAGE = """
    WITH changes AS ({all})
    SELECT model, pgh_id, at, label, user_id, after, before FROM changes
    WHERE %(model)s = '' OR (at, model, pgh_id) < (
        SELECT at, model, pgh_id FROM changes WHERE model = %(model)s AND pgh_id = %(pgh_id)s
    )
    ORDER BY at DESC, model DESC, pgh_id DESC LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class Change:
    model: type[models.Model]
    hangs_by: str  # the column of what the row hangs from
    key: str  # table and number, by which the next page begins
    at: datetime
    label: str
    user_id: int | None
    after: dict[str, Any]
    before: dict[str, Any] | None


def changes(roots: Roots, *, limit: int, older_than: tuple[str, int] = ("", 0)) -> list[Change]:
    """One question, however many tables and rows; `older_than` is the last change of the page before."""
    tracked = {history.pgh_tracked_model: history for history in histories()}
    parts = [
        CHANGES.format(label=_label(model), history=_quoted(history), below=below)
        for model, history in tracked.items()
        if (below := _below(model, tracked, roots))
    ]
    model, pgh_id = older_than
    values: dict[str, str | int] = {"model": model, "pgh_id": pgh_id, "limit": limit}
    with connection.cursor() as cursor:
        cursor.execute(PAGE.format(all=" UNION ALL ".join(parts)), values)
        by_label = {_label(model): history for model, history in tracked.items()}
        return [_change(by_label, row) for row in cursor.fetchall()]


def _below(model: type[models.Model], tracked: Mapping[Any, Any], roots: Roots) -> str:
    """The condition on the model's history, or nothing when it does not hang from the roots."""
    field: Any = model._meta.get_field(tracked[model].looked_up_by)  # noqa: SLF001
    parent = field.related_model
    own = f"id {_any(roots[model])}" if model in roots else ""
    if parent is None:
        return own
    if parent in roots:
        above = f"{field.column} {_any(roots[parent])}"
    elif parent in tracked and (condition := _below(parent, tracked, roots)):
        parents = f"SELECT id FROM {_quoted(tracked[parent])} WHERE {condition}"  # noqa: S608  our own names
        above = f"{field.column} IN ({parents})"
    else:
        return ""
    return f"{above} AND {own}" if own else above


def _any(ids: list[int]) -> str:
    return f"= ANY('{{{','.join(str(int(row_id)) for row_id in ids)}}}'::bigint[])"


def _label(model: type[models.Model]) -> str:
    return str(model._meta.label)  # noqa: SLF001


def _quoted(history: Any) -> str:
    return connection.ops.quote_name(table_of(history))


def _change(by_label: dict[str, Any], row: tuple[Any, ...]) -> Change:
    label, pgh_id, at, what, user_id, after, before = row
    history, old = by_label[label], json.loads(before) if before else None
    return Change(
        model=history.pgh_tracked_model,
        hangs_by=history.looked_up_by,
        key=f"{label}:{pgh_id}",
        at=at,
        label=what,
        user_id=user_id,
        after=json.loads(after),
        before=old,
    )
