"""How a status looks: a tone and an icon beside its word, the same on every page.

Each app registers the looks of its own rows; the word is the status's label.
"""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from common.registry import Registry


Look = tuple[str, str]
LOOKS: Registry[type[Model], Mapping[str, Look]] = Registry("looks of statuses")


def label_of(model: type[Model], status: str) -> str:
    field: Any = model._meta.get_field("status")  # noqa: SLF001  Django's own way to ask
    return str(dict(field.flatchoices)[status])
