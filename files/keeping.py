"""Files in the storage: sealed where they are about a person, so that they end with the person's key (UU 27/2022 art. 43)."""

from base64 import b64decode
from contextlib import suppress
from typing import Protocol
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.utils.translation import gettext as _

from common.errors import DomainError
from common.sealed import datakeys
from common.sealed.box import seal_bytes, unseal, unseal_bytes
from files.models import StoredFile


class HasKey(Protocol):
    """A person whose data key a file is sealed with."""

    key_id: UUID


class NotThere(Exception):
    """The file is lost, or the person whom it was about has been erased."""


def storage() -> Storage:
    return storages["files"]


def put(row: StoredFile, content: bytes) -> None:
    closed = content if row.key_id is None else bytes(seal_bytes(_key(row), content, row.name))
    try:
        storage().save(row.name, ContentFile(closed))
    except Exception:
        with suppress(Exception):  # half a file; if it does not go now, files.strays removes it
            storage().delete(row.name)
        raise


def take(row: StoredFile) -> bytes:
    if row.key_id is not None and datakeys.find(row.key_id) is None:
        raise NotThere
    try:
        with storage().open(row.name, "rb") as file:
            closed: bytes = file.read()
    except FileNotFoundError as error:
        raise NotThere from error
    return closed if row.key_id is None else _opened(row, closed)


def _opened(row: StoredFile, closed: bytes) -> bytes:
    if row.bound_to:
        return b64decode(unseal(_key(row), closed, row.bound_to))
    return unseal_bytes(_key(row), closed, row.name)


def _key(row: StoredFile) -> bytes:
    key = row.key_id and datakeys.find(row.key_id)
    if not key:
        raise DomainError(_("Data pribadi klien ini sudah dihapus."), code="erased")
    return key
