"""Passwords and sessions as one chooses, types, changes and forgets them."""

import math
import re

import pytest
from django.conf import settings as live
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.urls import reverse

from tests import people
from tests.accounts.factories import code_of, with_app
from tests.accounts.test_invitations import link_in, send
from tests.accounts.test_links import delivered
from tests.accounts.test_second_factor import codes
from tests.accounts.test_sessions import PAGE, at_two_places
from tests.accounts.test_sign_in import LOGIN, RESET, is_signed_in, sign_in
from tests.guards.fresh import stale


pytestmark = pytest.mark.django_db

CHANGE = reverse("account_change_password")
NEW = "sepatu-merah-di-atap"
HIDDEN = re.compile(r"<input[^>]*password[^>]*>")


@pytest.mark.parametrize(
    "password",
    [
        "sepatumerahatap",
        "SEPATUMERAHATAP",
        "sepatu merah di atap",
        "ꦱꦼꦥꦠꦸꦩꦺꦫꦃꦲꦠꦥ꧀",
        "!?-!?-!?-!?-!?-",
        "sepatu merah di atap " * 4,
    ],
)
def test_letters_of_any_kind_and_in_any_number_make_a_password(password):
    validate_password(password)


def change(client, old: str):
    return client.post(CHANGE, {"oldpassword": old, "password1": NEW, "password2": NEW})


def test_one_changes_ones_own_password(client):
    client.force_login(people.ani())

    change(client, people.PASSWORD)

    assert people.ani().check_password(NEW)


def test_without_the_present_password_there_is_no_new_one(client):
    client.force_login(people.ani())

    change(client, "bukan-kata-sandinya")

    assert people.ani().check_password(people.PASSWORD)


@pytest.mark.parametrize(
    ("typed", "opens"),
    [("  Sepatu Merah  ", True), ("Sepatu Merah", False), ("  sepatu merah  ", False)],
)
def test_a_password_is_compared_as_it_was_typed(client, typed, opens):
    ani = people.ani()
    ani.set_password("  Sepatu Merah  ")
    ani.save()

    sign_in(client, password=typed)

    assert is_signed_in(client) is opens


def test_an_old_password_still_opens_the_door(client):
    ani = people.ani()
    type(ani).objects.filter(pk=ani.pk).update(date_joined="2016-01-01T00:00Z", last_login=None)

    sign_in(client)

    assert is_signed_in(client)


def fields_of(page) -> list[str]:
    return HIDDEN.findall(page.content.decode())


def judged(fields: list[str]) -> None:
    """The policy refuses scripts in the page, so nothing there can stop somebody from pasting."""
    assert fields
    for field in fields:
        assert 'type="password"' in field
        assert re.search(r'autocomplete="(current|new)-password"', field), field


def test_passwords_are_typed_hidden_and_known_to_their_managers(client):
    judged(fields_of(client.get(LOGIN)))
    client.force_login(people.ani())

    judged(fields_of(client.get(CHANGE)))


def test_so_is_the_first_one(client):
    client.force_login(people.budi())
    send(client)
    client.logout()

    judged(fields_of(client.get(link_in(mail.outbox[0]).removeprefix(live.SITE_URL), follow=True)))


def forgotten(client) -> None:
    client.post(RESET, {"email": "ani@contoh.id"})
    delivered()
    page = client.get(link_in(mail.outbox[0]).removeprefix(live.SITE_URL), follow=True)
    client.post(page.request["PATH_INFO"], {"password1": NEW, "password2": NEW})


def test_a_new_password_by_letter_opens_nothing_by_itself(client):
    people.ani()

    forgotten(client)

    assert people.ani().check_password(NEW)
    assert not is_signed_in(client)


def test_after_a_forgotten_password_the_second_factor_is_asked_for(client):
    secret = with_app(people.ani())
    forgotten(client)

    sign_in(client, password=NEW)
    before = is_signed_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})

    assert not before
    assert is_signed_in(client)


def test_a_recovery_code_has_twenty_bits(client):
    code = codes(client)[0]

    assert len(code) * math.log2(10) >= 20


def test_signing_in_makes_a_session_of_its_own(client):
    people.ani()
    session = client.session
    session["before"] = 1
    session.save()
    before = session.session_key

    sign_in(client)

    assert client.session.session_key != before


def test_a_session_is_named_by_enough_chance(client):
    client.force_login(people.ani())

    key = client.session.session_key

    assert len(key) * math.log2(36) >= 128
    assert client.cookies["sessionid"].value == key


def test_the_way_out_stands_on_the_page(client):
    client.force_login(people.ani())

    page = client.get(reverse("desk:home"))

    assert reverse("account_logout") in page.content.decode()


def test_ones_sessions_are_ended_only_with_a_fresh_proof():
    here, there = at_two_places()
    row = here.get(reverse("accounts:security")).context["devices"][0]
    stale(here)

    for url in (
        reverse("accounts:end_session", args=[row.pk]),
        reverse("accounts:end_other_sessions"),
    ):
        assert here.post(url).url.startswith(reverse("account_reauthenticate"))

    assert there.get(PAGE).status_code == 200


def test_who_manages_somebody_ends_their_sessions(client):
    here, there = at_two_places()
    client.force_login(people.budi())

    client.post(reverse("accounts:act", args=[people.ani().pk, "akhiri-sesi"]))

    assert here.get(PAGE).url.startswith(LOGIN)
    assert there.get(PAGE).url.startswith(LOGIN)
