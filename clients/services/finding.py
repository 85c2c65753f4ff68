"""What people are found by, for rows that were written before it was kept."""

from typing import Any

from django.db import models, transaction

from clients.models import Client, FamilyContact
from common.sealed import preload


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
    """Locked, so that nobody's older name or number is written over the one that is saved meanwhile."""
    missing = Client.objects.filter(keys_index__isnull=True, erased_at__isnull=True)
    people = list(missing.select_for_update(no_key=True).order_by("pk")[:AT_ONCE])
    preload(person.key_id for person in people)
    family = FamilyContact.objects.filter(client__in=people).select_related("client")
    _write(FamilyContact, list(family.select_for_update(no_key=True, of=("self",))), *INDEXES)
    _write(Client, people, "keys_index", *INDEXES)
    return len(people)


def _write(model: type[models.Model], rows: list[Any], *names: str) -> None:
    """Past `save()`: nothing that is tracked changes."""
    for row in rows:
        for name in names:
            field: Any = model._meta.get_field(name)  # noqa: SLF001
            getattr(row, field.of)  # a sealed number is opened by being read
            field.pre_save(row, add=False)
    model._default_manager.bulk_update(rows, names, batch_size=AT_ONCE)  # noqa: SLF001
