"""The keys of the people: made, fetched, wrapped anew, destroyed.

Opened keys are remembered by the thread until its request or task is over, and never more than a page of
them needs many times over.
"""

import os
import threading
from collections.abc import Iterable
from uuid import UUID

from django.core.signals import request_finished
from django.db import connection
from psycopg2.extras import execute_values

from common.models import DataKey
from common.postgres import insert_along
from common.sealed.box import SealBroken
from common.sealed.keyring import SIZE, keyring


TABLE = DataKey._meta.db_table  # noqa: SLF001
AT_MOST = 2_000
AT_ONCE = 1_000


class _Opened(threading.local):
    def __init__(self) -> None:
        self.keys: dict[UUID, bytes] = {}


_opened = _Opened()


def forget_all(**_signal: object) -> None:
    _opened.keys.clear()


request_finished.connect(forget_all)


def find(key_id: UUID) -> bytes | None:
    """None once it has been destroyed."""
    if key_id not in _opened.keys:
        preload([key_id])
    return _opened.keys.get(key_id)


def preload(key_ids: Iterable[UUID]) -> None:
    """Fetch the keys of a whole list with one query."""
    wanted = set(key_ids) - _opened.keys.keys()
    if not wanted:
        return
    _make_room(len(wanted))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, kek, wrapped FROM {TABLE} WHERE id = ANY(%s::uuid[])",  # noqa: S608
            [list(wanted)],
        )
        for key_id, kek, wrapped in cursor.fetchall():
            _opened.keys[key_id] = keyring().unwrap(kek, bytes(wrapped))


def remember(key_id: UUID, kek: str, wrapped: bytes) -> None:
    """One that came with a row (common/sealed/along.py)."""
    if key_id not in _opened.keys:
        _make_room(1)
        _opened.keys[key_id] = keyring().unwrap(kek, wrapped)


def _make_room(wanted: int) -> None:
    if len(_opened.keys) + wanted > AT_MOST:
        forget_all()


def make(key_id: UUID) -> bytes:
    """The key of a person who is being saved for the first time.

    What another save of the same object has made and undone is made again: its values are sealed with it.
    """
    key = _opened.keys.setdefault(key_id, os.urandom(SIZE))
    kek, wrapped = keyring().wrap(key)
    # Not create(): the row may not be read before its person is there, and RETURNING would read it.
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {TABLE} (id, kek, wrapped) VALUES (%s, %s, %s)"  # noqa: S608
            " ON CONFLICT DO NOTHING",
            [key_id, kek, wrapped],
        )
        if cursor.rowcount:
            return key
    del _opened.keys[key_id]
    known = find(key_id)
    if known is None:
        raise SealBroken(f"The data key {key_id} is taken and cannot be read.")
    return known


def make_along(key_id: UUID) -> None:
    """With the person's own row, which follows at once; should the id be taken, both are refused."""
    if key_id in _opened.keys or not connection.in_atomic_block:
        make(key_id)
        return
    key = _opened.keys[key_id] = os.urandom(SIZE)
    kek, wrapped = keyring().wrap(key)
    insert_along(DataKey(id=key_id, kek=kek, wrapped=wrapped))


def rewrap(after: UUID | None) -> tuple[int, UUID | None]:
    """Put the next keys under the newest wrapping key: how many were changed, and the last one looked at.

    Locks no row longer than its own batch, so people go on working.
    """
    ring = keyring()
    rows = DataKey.objects.select_for_update().order_by("pk")
    batch = list((rows.filter(pk__gt=after) if after else rows)[:AT_ONCE])
    old = [row for row in batch if row.kek != ring.newest]
    fresh = [(row.pk, *ring.wrap(ring.unwrap(row.kek, bytes(row.wrapped)))) for row in old]
    with connection.cursor() as cursor:
        execute_values(
            cursor.cursor,
            f"UPDATE {TABLE} t SET kek = v.kek, wrapped = v.wrapped"  # noqa: S608
            " FROM (VALUES %s) AS v (id, kek, wrapped) WHERE t.id = v.id::uuid",
            fresh,
            page_size=AT_ONCE,
        )
    return len(old), batch[-1].pk if batch else None


def destroy(key_ids: Iterable[UUID]) -> int:
    """Nothing that was sealed with them can be read again, here or in a copy of the rows."""
    forget_all()
    return DataKey.objects.filter(pk__in=list(key_ids)).delete()[0]
