"""“Aktivitas akun”: who came in, from where, and who changed what."""

import pytest
from django.urls import reverse

from accounts.enums import EventKind
from accounts.models import AccountEvent
from tests import people
from tests.accounts.factories import code_of, invited, with_app
from tests.accounts.test_invitations import NEW_PASSWORD, taken_up
from tests.accounts.test_sign_in import sign_in


pytestmark = pytest.mark.django_db


def kinds() -> list[str]:
    return list(AccountEvent.objects.order_by("pk").values_list("kind", flat=True))


def test_signing_in_and_out_is_recorded_with_the_address(client):
    people.ani()

    sign_in(client)
    client.post(reverse("account_logout"))

    assert kinds() == [EventKind.SIGNED_IN, EventKind.SIGNED_OUT]
    assert AccountEvent.objects.filter(ip="127.0.0.1", user=people.ani()).count() == 2


def test_a_wrong_password_is_recorded_for_an_account_that_exists(client):
    people.ani()

    sign_in(client, password="salah-salah-salah")
    sign_in(client, "siapa@contoh.id")

    assert kinds() == [EventKind.SIGN_IN_FAILED]
    assert "salah-salah" not in str(AccountEvent.objects.values().get())


def test_signing_in_counts_only_with_the_second_factor(client):
    secret = with_app(people.ani())
    before = kinds()

    sign_in(client)
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})

    assert kinds() == [*before, EventKind.SIGN_IN_FAILED, EventKind.SIGNED_IN]


def test_factors_that_come_and_go_are_recorded(client):
    client.force_login(people.ani())
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})

    client.post(reverse("mfa_deactivate_totp"))

    assert kinds() == [EventKind.FACTOR_ADDED, EventKind.CODES_MADE, EventKind.FACTOR_REMOVED]


def test_new_recovery_codes_are_recorded(client):
    with_app(people.ani())
    client.force_login(people.ani())

    answer = client.post(reverse("mfa_generate_recovery_codes"))

    assert answer.status_code == 302
    assert kinds()[-1] == EventKind.CODES_MADE


def test_a_new_password_is_recorded(client):
    client.force_login(people.ani())

    client.post(
        reverse("account_change_password"),
        {"oldpassword": people.PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD},
    )

    assert kinds() == [EventKind.PASSWORD_CHANGED]


def test_an_invitation_that_is_taken_up_is_recorded_with_who_offered_it(client):
    taken_up(client, invited().token)

    joined = AccountEvent.objects.get(kind=EventKind.JOINED)
    assert (joined.user.name, joined.actor) == ("Rina Wulandari", people.budi())


def test_a_lock_is_recorded(client):
    client.force_login(people.ani())

    client.post(reverse("accounts:lock"))

    assert kinds() == [EventKind.LOCKED]


def test_a_person_sees_their_own_log_and_nobody_else_s(client):
    people.ani()
    sign_in(client, password="salah-salah-salah")

    client.force_login(people.budi())
    others = client.get(reverse("accounts:security")).content.decode()
    client.force_login(people.ani())
    own = client.get(reverse("accounts:security")).content.decode()

    assert "Gagal memastikan identitas" in own
    assert "Gagal memastikan identitas" not in others
