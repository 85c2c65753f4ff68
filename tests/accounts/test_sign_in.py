"""The door: by e-mail, closed to sign-up, silent about who has an account."""

import pytest
from django.conf import settings as live
from django.contrib.auth.hashers import get_hasher
from django.urls import reverse

from accounts.models import User
from atensi.settings import base
from tests import people


pytestmark = pytest.mark.django_db

LOGIN = reverse("account_login")
SIGN_UP = reverse("account_signup")
RESET = reverse("account_reset_password")


def sign_in(client, email="ani@contoh.id", password=people.PASSWORD):
    return client.post(LOGIN, {"login": email, "password": password})


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_one_signs_in_by_email(client):
    people.ani()

    answer = sign_in(client)

    assert is_signed_in(client)
    assert answer.url == reverse("desk:home")


def test_the_email_may_be_written_in_any_case(client):
    people.ani()

    sign_in(client, "ANI@Contoh.id")

    assert is_signed_in(client)


def test_a_wrong_password_opens_nothing(client):
    people.ani()

    sign_in(client, password="salah-salah-salah")

    assert not is_signed_in(client)


def test_an_unknown_email_is_answered_in_the_same_words(client):
    people.ani()

    wrong = sign_in(client, password="salah-salah-salah").content.decode()
    unknown = sign_in(client, "siapa@contoh.id").content.decode()

    def faults(page):
        return page.split('id="id_login"')[0].split("error-summary")[1].split("</ul>")[0]

    assert faults(wrong) == faults(unknown)


def test_an_inactive_person_stays_outside(client):
    people.ani()
    User.objects.update(is_active=False)

    sign_in(client)

    assert not is_signed_in(client)


def test_somebody_made_inactive_is_out_at_the_next_page(client):
    client.force_login(people.ani())
    User.objects.update(is_active=False)

    assert client.get(reverse("accounts:preferences")).status_code == 302


def test_nobody_signs_up(client):
    page = client.get(SIGN_UP)
    sent = client.post(
        SIGN_UP,
        {"email": "baru@contoh.id", "password1": people.PASSWORD, "password2": people.PASSWORD},
    )

    assert "Pendaftaran ditutup" in page.content.decode()
    assert "Pendaftaran ditutup" in sent.content.decode()
    assert not User.objects.filter(email="baru@contoh.id").exists()


def test_the_sign_in_page_offers_no_sign_up(client):
    assert SIGN_UP not in client.get(LOGIN).content.decode()


def test_asking_for_a_new_password_tells_nobody_who_has_an_account(client):
    people.ani()

    known = client.post(RESET, {"email": "ani@contoh.id"})
    unknown = client.post(RESET, {"email": "siapa@contoh.id"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)


def test_many_wrong_passwords_close_the_door_for_a_while(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {}  # allauth's own; the other tests go without
    people.ani()

    for _ in range(11):
        answer = sign_in(client, password="salah-salah-salah")
    right = sign_in(client)

    assert "Terlalu banyak" in answer.content.decode() or answer.status_code == 429
    assert right.status_code != 302
    assert not is_signed_in(client)


def test_signing_in_leads_nowhere_outside(client):
    people.ani()

    answer = client.post(
        f"{LOGIN}?next=https://jahat.example/",
        {"login": "ani@contoh.id", "password": people.PASSWORD, "next": "https://jahat.example/"},
    )

    assert answer.url == reverse("desk:home")


def test_signing_out_ends_the_session(client):
    client.force_login(people.ani())

    client.post(reverse("account_logout"))

    assert not is_signed_in(client)


def test_passwords_are_hashed_with_argon2id(settings):
    settings.PASSWORD_HASHERS = base.PASSWORD_HASHERS

    hashed = get_hasher("default").encode("sepatu-merah", "garam-garam-garam")

    assert hashed.startswith("argon2$argon2id$v=19$m=65536,t=3,p=1$")


def test_only_argon2_is_accepted():
    assert base.PASSWORD_HASHERS == ["common.hashers.Argon2"]


def test_every_account_setting_is_the_same_in_tests_but_what_a_clock_would_break():
    names = {name for name in dir(base) if name.startswith(("ACCOUNT_", "MFA_", "SESSION_"))}
    names -= {"ACCOUNT_RATE_LIMITS", "MFA_TOTP_TOLERANCE"}

    assert {name: getattr(live, name) for name in names} == {
        name: getattr(base, name) for name in names
    }
