"""Sealed columns by COPY: everybody has a data key of their own by name, and all are copies of one."""

from functools import cache
from os import urandom
from typing import Any
from uuid import UUID

from django.db.models import Model

from common.sealed import SealedTextField
from common.sealed.box import seal
from common.sealed.keyring import SIZE, keyring


def key_id_of(client: int) -> UUID:
    return UUID(int=client)


def data_key(client: int) -> dict[str, Any]:
    kek, wrapped = _wrapped()
    return {"id": key_id_of(client), "kek": kek, "wrapped": wrapped}


def closed(model: type[Model], column: str, value: Any) -> Any:
    """`value` as the column holds it: sealed where the column is."""
    field = _sealed(model).get(column)
    return seal(_key(), value, field.about) if field and value else value


@cache
def _key() -> bytes:
    return urandom(SIZE)


@cache
def _wrapped() -> tuple[str, bytes]:
    return keyring().wrap(_key())


@cache
def _sealed(model: type[Model]) -> dict[str, SealedTextField]:
    fields = model._meta.concrete_fields
    return {field.attname: field for field in fields if isinstance(field, SealedTextField)}
