"""The key of a row's person, brought by the row: what is sealed about them opens without a question of its own."""

import json
from typing import Any
from uuid import UUID

from django.db.models import JSONField, OuterRef, Subquery
from django.db.models.functions import JSONObject

from common.models import DataKey
from common.sealed import datakeys


class _Brought(JSONField):
    """Read as the key's id: the key itself goes where opened keys are remembered, not onto the row."""

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> UUID | None:
        if value is None:
            return None
        told = json.loads(value)
        key_id = UUID(told["id"])
        datakeys.remember(key_id, told["kek"], bytes.fromhex(told["wrapped"].removeprefix(r"\x")))
        return key_id


class KeyAlong(Subquery):
    """To annotate with; `key_id` leads from the row to its person's. None once the key has been destroyed."""

    def __init__(self, key_id: str) -> None:
        keys = DataKey.objects.filter(pk=OuterRef(key_id))
        told = JSONObject(id="pk", kek="kek", wrapped="wrapped")
        super().__init__(keys.values(told=told), output_field=_Brought())
