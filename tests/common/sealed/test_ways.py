"""A sealed value says how it was closed, so another way can follow without touching what is there."""

import os

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

from common.sealed import SealBroken, box
from common.sealed.keyring import Keyring


KEY, ABOUT = b"k" * 32, "clients.Client.phone"


def closed_before_ways_had_names(text: str, nonce: bytes) -> bytes:
    return nonce + AESGCM(KEY).encrypt(nonce, text.encode(), ABOUT.encode())


def test_a_value_says_how_it_was_closed():
    assert box.seal(KEY, "0812", ABOUT).startswith(b"a1:")


@pytest.mark.parametrize("nonce", [b"n" * 12, b"a1:" + b"n" * 9], ids=["any", "like a way"])
def test_a_value_from_before_opens(nonce):
    assert box.unseal(KEY, closed_before_ways_had_names("0812", nonce), ABOUT) == "0812"


def test_after_another_way_has_come_old_values_open_and_new_ones_say_it(monkeypatch):
    before = box.seal(KEY, "0812", ABOUT)
    monkeypatch.setitem(box.WAYS, b"c1:", ChaCha20Poly1305)
    monkeypatch.setattr(box, "NEWEST", b"c1:")

    after = box.seal(KEY, "0812", ABOUT)

    assert after.startswith(b"c1:")
    assert [box.unseal(KEY, value, ABOUT) for value in (before, after)] == ["0812", "0812"]


def test_the_name_of_the_way_cannot_be_exchanged(monkeypatch):
    monkeypatch.setitem(box.WAYS, b"a2:", AESGCM)
    value = box.seal(KEY, "0812", ABOUT)

    for name in (b"a2:", b"zz:", b""):
        with pytest.raises(SealBroken):
            box.unseal(KEY, name + value[3:], ABOUT)


def test_wrapped_keys_say_it_too_and_those_from_before_open():
    ring, data, nonce = Keyring({"old": KEY}, b"i" * 32), os.urandom(32), b"n" * 12

    name, wrapped = ring.wrap(data)
    before = nonce + AESGCM(KEY).encrypt(nonce, data, b"old")

    assert wrapped.startswith(b"a1:")
    assert ring.unwrap(name, wrapped) == ring.unwrap("old", before) == data
