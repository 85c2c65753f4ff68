"""Closing and opening one text with one key."""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


NONCE = 12


class Cipher(Protocol):
    """Encrypts and says whether anything was changed; its nonce has 12 bytes, its key 32."""

    def encrypt(self, nonce: bytes, data: bytes, bound_to: bytes, /) -> bytes: ...

    def decrypt(self, nonce: bytes, data: bytes, bound_to: bytes, /) -> bytes: ...


# How a value is closed is said by its first bytes. Another way is a line here and the newest one: what is saved from
# then on says so, what was closed before goes on to open (docs/cryptography.md).
WAYS: dict[bytes, Callable[[bytes], Cipher]] = {b"a1:": AESGCM}
NEWEST = b"a1:"
NAME = 3


class SealBroken(Exception):
    """A sealed value is not what its row says it is: tampered with, moved, or under another key."""


class Sealed(bytes):
    """A closed value as the database holds it; printing it where a text was meant is a mistake."""

    def __str__(self) -> str:
        raise TypeError("This value is sealed: read it as an attribute of its object.")


class Opened(str):
    """A text together with the sealed value it was read from, so that saving it again changes nothing."""

    sealed: Sealed
    home: tuple[str, object]


class Erased(Opened):
    """ERASED: the person's key is gone, and with it what was written here, for good."""


def seal(key: bytes, text: str, about: str) -> Sealed:
    return seal_bytes(key, text.encode(), about)


def seal_bytes(key: bytes, data: bytes, about: str) -> Sealed:
    nonce = os.urandom(NONCE)
    return Sealed(NEWEST + nonce + WAYS[NEWEST](key).encrypt(nonce, data, NEWEST + about.encode()))


def unseal(key: bytes, sealed: bytes, about: str) -> str:
    return unseal_bytes(key, sealed, about).decode()


def unseal_bytes(key: bytes, sealed: bytes, about: str) -> bytes:
    """What was closed before ways had names may begin with the name of one by chance: it opens as what it is."""
    way, bound_to = sealed[:NAME], about.encode()
    if way in WAYS:
        with suppress(InvalidTag, ValueError):
            return _open(WAYS[way](key), sealed[NAME:], way + bound_to)
    try:
        return _open(AESGCM(key), sealed, bound_to)
    except (InvalidTag, ValueError) as error:
        raise SealBroken(f"The seal of a value of {about} is broken.") from error


def _open(cipher: Cipher, closed: bytes, bound_to: bytes) -> bytes:
    return cipher.decrypt(closed[:NONCE], closed[NONCE:], bound_to)
