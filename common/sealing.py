"""Seals over everything that is only ever added to: whoever changes sealed rows later, as whomever, is found out.

Each seal covers the rows of one table between two ids and names the seal before it. A copy of every seal goes
to a file outside the database (`seal_file`) and to the log.
"""

import hashlib
import json
import logging
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.apps import apps
from django.db import OperationalError, connection, models, transaction
from psycopg2.errors import LockNotAvailable

from common import seal_file
from common.models import AuditSeal
from common.scope import READ, Scope, acting
from common.trail import columns_of, is_append_only, table_of


log = logging.getLogger(__name__)

BEFORE_ALL = -(2**63)
ROWS_PER_SEAL = 100_000
LOCK_PATIENCE = "2s"
NO_SEAL = "0" * 64
# Reads every row of the nation, and writes seals.
SEALER = Scope(READ)
# What the text of a row depends on must be the same at every look.
SAME_TEXT = {
    "TimeZone": "UTC",
    "DateStyle": "ISO, YMD",
    "IntervalStyle": "postgres",
    "bytea_output": "hex",
    "extra_float_digits": "1",
}


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a table: those after one id, up to and with another."""

    number: int
    after_id: int
    upto_id: int


@dataclass(frozen=True, slots=True)
class Content:
    rows: int
    sha256: str


def sealed_models() -> dict[str, type[models.Model]]:
    """Every table that is only ever added to, but for the seals themselves: those are chained."""
    found = (model for model in apps.get_models() if is_append_only(model))
    tables = {table_of(model): model for model in found if model is not AuditSeal}
    return dict(sorted(tables.items()))


def seal() -> list[AuditSeal]:
    """Seal all that is new, in one transaction, then copy the seals out; safe to call at any time."""
    with acting(SEALER):
        seal_file.demand_whole(_last())
        made = _seal_tables() if _is_alone() else []
    seal_file.append(made)
    for row in made:
        about = {"table": row.table}
        log.info("seal %s up to %s %s", row.number, row.upto_id, row.sha256, extra=about)
    return made


def _last() -> AuditSeal | None:
    return AuditSeal.objects.order_by("number").last()


def _is_alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('atensi seals')), now()")
        return bool(cursor.fetchone()[0])


def _seal_tables() -> list[AuditSeal]:
    made: list[AuditSeal] = []
    previous = _last()
    use_the_same_text()
    for table, model in sealed_models().items():
        horizon = _horizon(model)
        if horizon is None:
            log.warning("it is being written to; it is sealed next time", extra={"table": table})
            continue
        while row := _next_seal(model, horizon, previous):
            made.append(row)
            previous = row
    return made


def _horizon(model: type[models.Model]) -> int | None:
    """An id below which nothing can appear any more, or None when writers do not let go.

    Ids are given before their transaction commits, so the highest that is seen may be above one still to
    come. Whoever writes holds ROW EXCLUSIVE to the end; a SHARE lock is granted when none of them is left,
    and a writer asks for its id only under its own lock. It is let go at once, with the savepoint.
    """
    table, key = _names(model)[0], str(model._meta.pk.column)  # noqa: SLF001
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [LOCK_PATIENCE])
            cursor.execute("SELECT app.trail_horizon(%s::regclass, %s)", [table, key])
            horizon: int = cursor.fetchone()[0]
            transaction.set_rollback(True)
            return horizon
    except OperationalError as error:
        if isinstance(error.__cause__, LockNotAvailable):
            return None
        raise


def _next_seal(
    model: type[models.Model], horizon: int, previous: AuditSeal | None
) -> AuditSeal | None:
    table, columns = table_of(model), columns_of(model)
    sealed = AuditSeal.objects.filter(table=table).order_by("number").last()
    after = sealed.upto_id if sealed else BEFORE_ALL
    upto = _upto(model, after, horizon)
    if upto is None:
        return None
    number = previous.number + 1 if previous else 1
    row = AuditSeal(
        number=number,
        at=_now(),
        table=table,
        columns=columns,
        after_id=after,
        upto_id=upto,
        previous=previous.sha256 if previous else NO_SEAL,
    )
    content = contents(model, columns, [Part(number, after, upto)])[number]
    row.rows = content.rows
    row.sha256 = seal_hash(row, content)
    row.save(force_insert=True)
    return row


def _upto(model: type[models.Model], after: int, horizon: int) -> int | None:
    table, key = _names(model)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT max(id) FROM (SELECT {key} AS id FROM {table}"  # noqa: S608  our own names
            f" WHERE {key} > %s AND {key} <= %s ORDER BY {key} LIMIT %s) AS part",
            [after, horizon, ROWS_PER_SEAL],
        )
        found: int | None = cursor.fetchone()[0]
    return found


def use_the_same_text() -> None:
    with connection.cursor() as cursor:
        for name, value in SAME_TEXT.items():
            cursor.execute("SELECT set_config(%s, %s, true)", [name, value])


def contents(
    model: type[models.Model], columns: list[str], parts: list[Part]
) -> dict[int, Content]:
    """What each part holds now: how many rows, and one hash over the named columns of all of them."""
    table, key = _names(model)
    row = ", ".join(connection.ops.quote_name(column) for column in columns)
    hashes = f"string_agg(sha256(convert_to(ROW({row})::text, 'UTF8')), ''::bytea ORDER BY {key})"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT part.number, found.rows, encode(sha256(coalesce(found.hashes, ''::bytea)), 'hex')"  # noqa: S608
            " FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[]) AS part(number, after_id, upto_id),"
            f" LATERAL (SELECT count(*) AS rows, {hashes} AS hashes FROM {table}"
            f" WHERE {key} > part.after_id AND {key} <= part.upto_id) AS found",
            [[getattr(part, name) for part in parts] for name in ("number", "after_id", "upto_id")],
        )
        return {number: Content(rows, sha256) for number, rows, sha256 in cursor.fetchall()}


def seal_hash(row: AuditSeal, content: Content) -> str:
    """Over everything the seal says and everything it covers."""
    said: list[Any] = [
        row.number,
        row.at.astimezone(UTC).isoformat(),
        row.table,
        row.columns,
        row.after_id,
        row.upto_id,
        row.rows,
        row.previous,
        content.sha256,
    ]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _names(model: type[models.Model]) -> tuple[str, str]:
    quote = connection.ops.quote_name
    key = model._meta.pk  # noqa: SLF001
    return quote(table_of(model)), quote(str(key.column))


def _now() -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        return cursor.fetchone()[0]
