"""What people are found by, for rows that were written before it was kept."""

from typing import Any

from django.db import connection, models, transaction
from psycopg2.extras import execute_values

from clients.models import Client, FamilyContact
from common.sealed import preload
from common.trail import table_of


AT_ONCE = 1_000
INDEXES = ("phone_index", "phone_end_index")


def fill_search_keys() -> int:
    """How many people had none; what was done stays done when it is broken off."""
    count = 0
    while done := _next_batch():
        count += done
    return count


@transaction.atomic
def _next_batch() -> int:
    people = list(Client.objects.filter(keys_index__isnull=True).order_by("pk")[:AT_ONCE])
    preload(person.key_id for person in people)
    family = FamilyContact.objects.filter(client__in=people).select_related("client")
    _write(FamilyContact, list(family), *INDEXES)
    _write(Client, people, "keys_index", *INDEXES)
    return len(people)


def _write(model: type[models.Model], rows: list[Any], *names: str) -> None:
    """Past `save()`: nothing that is tracked changes."""
    fields: list[Any] = [model._meta.get_field(name) for name in names]  # noqa: SLF001
    columns = ", ".join(f"{field.column} = v.{field.column}" for field in fields)
    values = [(row.pk, *(_value(field, row) for field in fields)) for row in rows]
    casts = ", ".join(f"%s::{field.db_type(connection)}" for field in fields)
    with connection.cursor() as cursor:
        execute_values(
            cursor.cursor,
            f"UPDATE {table_of(model)} t SET {columns} FROM (VALUES %s)"  # noqa: S608  our own names
            f" AS v (id, {', '.join(field.column for field in fields)}) WHERE t.id = v.id",
            values,
            template=f"(%s, {casts})",
            page_size=AT_ONCE,
        )


def _value(field: Any, row: Any) -> str:
    getattr(row, getattr(field, "of", ""), "")  # a sealed number is opened by being read
    return str(field.pre_save(row, add=False))
