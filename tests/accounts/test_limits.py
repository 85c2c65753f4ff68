"""Guessing is slow and limited, tells nobody who has an account, and needs no Redis to be counted."""

import statistics
import time

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.mfa_forms import SignInKey
from accounts.models import User
from atensi.settings import base
from tests import people
from tests.accounts.factories import code_of, with_app
from tests.accounts.test_sign_in import is_signed_in, sign_in


pytestmark = pytest.mark.django_db

SECOND = reverse("mfa_authenticate")
WRONG = "salah-salah-salah"


@pytest.fixture
def limits(settings):
    """As in production: counted in the database, with Redis gone."""
    settings.ACCOUNT_RATE_LIMITS = base.ACCOUNT_RATE_LIMITS
    settings.CACHES = base.CACHES
    settings.REDIS_URL = settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    call_command("createcachetable", verbosity=0)
    yield
    cache.clear()
    with connection.cursor() as cursor:  # other tests have no such table
        cursor.execute("DROP TABLE django_cache")


def from_(client, address: str):
    client.defaults["REMOTE_ADDR"] = address
    return client


def test_the_sixth_guess_in_five_minutes_is_not_even_tried(client, limits):
    people.ani()
    for number in range(5):
        sign_in(from_(client, f"10.0.0.{number}"), password=WRONG)

    right = sign_in(from_(client, "10.0.0.9"))

    assert "Terlalu banyak" in right.content.decode()
    assert not is_signed_in(client)


def test_five_minutes_after_the_last_guess_the_password_opens_again(client, limits, monkeypatch):
    people.ani()
    for number in range(6):
        sign_in(from_(client, f"10.0.0.{number}"), password=WRONG)
    later = time.time() + 5 * 60 + 1
    monkeypatch.setattr(time, "time", lambda: later)

    sign_in(from_(client, "10.0.0.9"))

    assert is_signed_in(client)


def test_whoever_is_guessed_at_and_signed_in_goes_on_working(client, limits):
    client.force_login(people.ani())
    stranger = Client()
    for number in range(6):
        sign_in(from_(stranger, f"10.0.0.{number}"), password=WRONG)

    assert client.get(reverse("desk:home")).status_code == 200


def test_a_passkey_is_not_counted_with_the_guesses_at_its_account():
    """Or a stranger who guesses would shut it too: nobody guesses a key."""
    assert SignInKey().user is None


def test_one_address_guesses_at_ten_accounts_a_minute(client, limits):
    people.ani()
    for number in range(10):
        sign_in(client, f"petugas{number}@contoh.id", WRONG)

    assert "Terlalu banyak" in sign_in(client).content.decode()


def test_people_behind_one_address_sign_in_one_after_the_other(client, limits):
    people.ani()

    for _ in range(12):
        sign_in(client)
        assert is_signed_in(client)
        client.post(reverse("account_logout"))


def test_guessing_at_a_code_is_limited(client, limits):
    secret = with_app(people.ani())
    sign_in(client)
    for _ in range(5):
        client.post(SECOND, {"code": "000000"})

    client.post(SECOND, {"code": code_of(secret)})

    assert not is_signed_in(client)


def test_the_limit_is_the_same_for_an_address_without_account(client, limits):
    people.ani()
    answers = []
    for email in ("ani@contoh.id", "siapa@contoh.id"):
        for number in range(6):
            answer = sign_in(from_(client, f"10.0.{len(answers)}.{number}"), email, WRONG)
        answers.append("Terlalu banyak" in answer.content.decode())

    assert answers == [True, True]


@pytest.mark.django_db(transaction=True)
def test_without_the_table_of_counts_the_door_says_that_it_is_disturbed(client, limits):
    people.ani()
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE django_cache RENAME TO away")
    try:
        answer = sign_in(client)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE away RENAME TO django_cache")

    assert answer.status_code == 503
    assert "Layanan sedang terganggu" in answer.content.decode()
    assert not is_signed_in(client)


def test_strange_addresses_do_not_push_out_the_counts(limits):
    for number in range(400):
        cache.set(f"address-{number}", 1)

    assert cache.get("address-0") == 1


@pytest.mark.slow
def test_an_unknown_address_takes_as_long_as_a_wrong_password(client, settings):
    settings.PASSWORD_HASHERS = base.PASSWORD_HASHERS
    User.objects.create_user(
        "lambat@contoh.id", people.PASSWORD, name="L", role="auditor", institution=None
    )
    times: dict[str, list[float]] = {"lambat@contoh.id": [], "siapa@contoh.id": []}

    for _ in range(6):
        for email, taken in times.items():
            start = time.perf_counter()
            sign_in(client, email, WRONG)
            taken.append(time.perf_counter() - start)

    known, unknown = (statistics.median(taken) for taken in times.values())
    assert abs(known - unknown) < 0.3 * known
