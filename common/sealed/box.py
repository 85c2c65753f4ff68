"""Closing and opening one text with one key."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


NONCE = 12


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
    return Sealed(nonce + AESGCM(key).encrypt(nonce, data, about.encode()))


def unseal(key: bytes, sealed: bytes, about: str) -> str:
    return unseal_bytes(key, sealed, about).decode()


def unseal_bytes(key: bytes, sealed: bytes, about: str) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], about.encode())
    except (InvalidTag, ValueError) as error:
        raise SealBroken(f"The seal of a value of {about} is broken.") from error
