"""What is wrong before anything is started is said in one sentence, which Python prints and ends with (CannotStart)."""

import time

import pytest

from ops import checks
from ops.errors import CannotStart


def refused(check) -> str:
    with pytest.raises(CannotStart) as refusal:
        check()
    (sentence,) = str(refusal.value).splitlines()
    return sentence


@pytest.mark.parametrize("text", ["eight", "0", "70000", "-1"])
def test_a_port_that_is_none(monkeypatch, text):
    monkeypatch.setenv("PORT", text)

    assert f"PORT={text} is not a port number" in refused(checks.address)


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql://root@127.0.0.1/atensi", "postgresql://u@h:port/x"]
)
def test_a_database_address_that_is_none(monkeypatch, url):
    monkeypatch.setenv("DATABASE_URL", url)

    assert "DATABASE_URL is not an address" in refused(checks.database)


def test_an_unreachable_database_is_said_quickly_and_without_its_password(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://ani:rahasia@127.0.0.1:1/atensi")
    start = time.monotonic()

    sentence = refused(checks.database)

    assert "127.0.0.1:1 (DATABASE_URL) does not let us in" in sentence
    assert "rahasia" not in sentence
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("url", ["nonsense", "redis://127.0.0.1:1/0"])
def test_a_queue_that_cannot_be_reached(monkeypatch, url):
    monkeypatch.setenv("REDIS_URL", url)

    assert "REDIS_URL" in refused(checks.queue)
