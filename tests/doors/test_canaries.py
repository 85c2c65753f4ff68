"""A secret in every field of every form: stored, shown to those who may see it, and nowhere else.

Neither the logs nor mails, addresses, the queue, the cache or the ledger of jobs hold it (B28), and what
looks like a script is shown as the text that it is (B14): the guard in tests/guards/html.py reads every page.
"""

import logging
from collections import Counter as Tally
from io import StringIO

import pytest
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone

from accounts.models import User
from clients.models import Client
from common.logs import JsonLines
from common.models import Counter
from partners.models import Institution
from tests import people
from tests.doors.canaries import (
    MARKUP,
    NIK,
    WORD,
    addresses_in,
    filled,
    kept_outside_the_tables,
    secrets_in,
    send,
)
from tests.doors.opening import open_door
from tests.registry import DOORS
from tests.undoing import undone
from tests.urls import NOT_OURS


READERS = (people.ani, people.eko, people.fitri)
OF_ONE_KIND = 2  # pages of the same route say the same


@pytest.fixture
def written():
    """What the production handler writes while the test goes on, every logger's finest words included."""
    out, root = StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(out), root.level
    handler.setFormatter(JsonLines())
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield out.getvalue
    root.setLevel(level)
    root.removeHandler(handler)


def test_what_is_typed_stands_only_where_it_belongs(
    opened, written, django_capture_on_commit_callbacks
):
    body = filled(opened.plain, opened.kinds, WORD)

    with django_capture_on_commit_callbacks(execute=True):
        addresses = send(opened.browser, opened.door, body)
    with undone():
        mixed = body | dict.fromkeys(opened.plain, f"{WORD} {NIK}")
        addresses += send(opened.browser, opened.door, mixed)

    assert secrets_in(written()) == set()
    assert secrets_in(" ".join(addresses)) == set()
    assert secrets_in(kept_outside_the_tables()) == set()


@pytest.mark.django_db
def test_a_failed_sign_in_leaves_no_address_of_anybody(client, written, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
    body = {"login": f"{WORD}@contoh.id", "password": f"{WORD}-{NIK}"}

    for _ in range(7):
        addresses = addresses_in(client.post(reverse("account_login"), body))

    assert written()
    assert secrets_in(written() + " ".join(addresses) + kept_outside_the_tables()) == set()


def test_a_secret_would_be_found(written):
    logging.getLogger("clients").warning(f"about {WORD}")  # noqa: G004

    assert secrets_in(written()) == {WORD.lower()}


@pytest.fixture
def planted(client):
    """Every form was sent with markup in every text field, wherever it is taken."""
    # Beyond the numbers that the factories give.
    Counter.objects.create(name=f"client:{timezone.localdate():%y}", last=90_000)
    for name in DOORS:
        if name.startswith("accounts:"):  # no room for the same guest twice; their names come below
            continue
        opened = open_door(client, name)
        body = filled(opened.plain, opened.kinds, MARKUP)
        if body != opened.plain:
            send(client, opened.door, body)
    # Names are refused when they look like this; what shows them must not rely on it.
    for model in (Client, User, Institution):
        model.objects.update(name=Concat(Value(MARKUP), Cast("pk", CharField())))


def visited(client, start: str) -> Tally:
    """Every kind of page that links lead to from here, and how often the secret stood on it."""
    waiting, seen, shown = [start], Tally(), Tally()
    while waiting:
        path = waiting.pop(0)
        try:
            route = resolve(path.partition("?")[0]).view_name
        except Resolver404:  # a file
            continue
        if route in NOT_OURS or seen[route] >= OF_ONE_KIND:
            continue
        seen[route] += 1
        answer = client.get(path)
        if not answer.streaming and WORD in answer.content.decode():
            shown[route] += 1
        waiting += [a for a in addresses_in(answer) if a.startswith("/")]
    return shown


@pytest.mark.django_db
def test_what_looks_like_a_script_is_shown_as_text(client, planted):
    shown = Tally()
    for person in READERS:
        client.force_login(person())
        shown += visited(client, "/")

    assert {"clients:file", "clients:list", "partners:list", "desk:home"} <= shown.keys()
    assert len(shown) > 20
