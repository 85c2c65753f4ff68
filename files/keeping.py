"""Files in the storage: sealed where they are about a person, so that they end with the person's key (UU 27/2022 art. 43)."""

import os
import posixpath
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import suppress
from typing import Protocol
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.utils.translation import gettext as _

from common.errors import DomainError
from common.sealed import datakeys
from common.sealed.box import seal_bytes, unseal, unseal_bytes
from common.sealed.keyring import SIZE, hide, hide_again, show
from files.models import StoredFile


class HasKey(Protocol):
    """A person whose data key a file is sealed with."""

    key_id: UUID


class NotThere(Exception):
    """The file is lost, or the person whom it was about has been erased."""


def storage() -> Storage:
    return storages["files"]


def is_far() -> bool:
    """In a bucket: there is no folder of this machine that one could look into."""
    return not isinstance(storage(), FileSystemStorage)


def every_name(folder: str = "") -> Iterator[str]:
    folders, names = storage().listdir(folder)
    for name in names:
        yield posixpath.join(folder, name)
    for below in folders:
        yield from every_name(posixpath.join(folder, below))


def new_key() -> str:
    """For what is about many people; hidden as its row keeps it."""
    return hide(b64encode(os.urandom(SIZE)).decode())


def hide_keys_again() -> int:
    """Under the newest key of the key file; how many were under another."""
    changed = 0
    for row in StoredFile.objects.select_for_update().exclude(own_key="").order_by("pk"):
        hidden = hide_again(row.own_key)
        if hidden != row.own_key:
            changed += StoredFile.objects.filter(pk=row.pk).update(own_key=hidden)
    return changed


def put(row: StoredFile, content: bytes) -> None:
    closed = bytes(seal_bytes(_key(row), content, row.name)) if row.is_sealed else content
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
    return _opened(row, closed) if row.is_sealed else closed


def _opened(row: StoredFile, closed: bytes) -> bytes:
    if row.bound_to:
        return b64decode(unseal(_key(row), closed, row.bound_to))
    return unseal_bytes(_key(row), closed, row.name)


def _key(row: StoredFile) -> bytes:
    if row.own_key:
        return b64decode(show(row.own_key))
    key = row.key_id and datakeys.find(row.key_id)
    if not key:
        raise DomainError(_("Data pribadi klien ini sudah dihapus."), code="erased")
    return key
