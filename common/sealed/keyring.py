"""The key file: the keys that wrap the data keys, newest first, and the key of the blind indexes.

k2026b:<base64 of 32 bytes>
k2026a:<base64 of 32 bytes>
index:<base64 of 32 bytes>
"""

import binascii
import os
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from common.registry import Registry
from common.sealed.box import SealBroken, seal_bytes, unseal_bytes


SIZE = 32
INDEX = "index"
# What else an app keeps under these keys: each hides its rows again and says how many were under an older key.
HIDDEN: Registry[str, Callable[[], int]] = Registry("hidden under the key file")


class KeysUnusable(Exception):
    """The key file is missing or cannot be understood."""


@dataclass(frozen=True)
class Keyring:
    keys: dict[str, bytes]
    index: bytes

    @property
    def newest(self) -> str:
        return next(iter(self.keys))

    def wrap(self, data: bytes) -> tuple[str, bytes]:
        """The name of the newest key, and `data` under it."""
        return self.newest, seal_bytes(self.keys[self.newest], data, self.newest)

    def unwrap(self, name: str, wrapped: bytes) -> bytes:
        if name not in self.keys:
            raise KeysUnusable(f'The key file (FIELD_KEYS_FILE) has no key "{name}" any more.')
        try:
            return unseal_bytes(self.keys[name], wrapped, name)
        except SealBroken as error:
            raise SealBroken(f'A data key does not open with the key "{name}".') from error


def hide(text: str) -> str:
    """For a secret that is no client's: what waits in a session for a while, a second factor."""
    name, wrapped = keyring().wrap(text.encode())
    return f"{name}:{b64encode(wrapped).decode()}"


def show(hidden: str) -> str:
    name, _colon, wrapped = hidden.partition(":")
    return keyring().unwrap(name, b64decode(wrapped)).decode()


def hide_again(hidden: str) -> str:
    """The same under the newest key; unchanged where it is under that one already."""
    return hidden if hidden.startswith(f"{keyring().newest}:") else hide(show(hidden))


def keyring() -> Keyring:
    """As the file stands now: a new key is heard of without a restart."""
    path = str(settings.FIELD_KEYS_FILE)
    try:
        written = os.stat(path).st_mtime_ns  # noqa: PTH116  a fifth of Path's time, for every index
    except OSError as error:
        raise KeysUnusable(
            f"The key file of the sealed fields cannot be read: FIELD_KEYS_FILE={path}"
        ) from error
    return _read(path, written)


@lru_cache(maxsize=1)
def _read(path: str, _written: int) -> Keyring:
    keys = dict(_line(path, line) for line in Path(path).read_text().splitlines() if line.strip())
    index = keys.pop(INDEX, None)
    if index is None or not keys:
        raise KeysUnusable(f'{path} needs at least one key and the line "{INDEX}:…".')
    return Keyring(keys, index)


def _line(path: str, line: str) -> tuple[str, bytes]:
    name, _colon, text = line.strip().partition(":")
    try:
        key = b64decode(text, validate=True)
    except binascii.Error:
        key = b""
    if not name or len(key) != SIZE:
        raise KeysUnusable(f'{path} has a line that is not "name:base64 of {SIZE} bytes".')
    return name, key
