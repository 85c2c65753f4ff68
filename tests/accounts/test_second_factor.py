"""Nobody sees a page with data before a second factor stands beside the password."""

import time
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.checks import run_checks
from django.core.management import call_command
from django.urls import reverse

from accounts.gates import OPEN_WHILE_ENROLLING
from accounts.mfa import SealedFactors, hide_factors_again
from accounts.tasks import hash_recovery_codes
from atensi.settings import base
from common.sealed import KeysUnusable
from tests import people
from tests.accounts.factories import code_of, with_app
from tests.accounts.test_sign_in import is_signed_in, sign_in
from tests.common.sealed import keys
from tests.urls import OURS, anywhere


pytestmark = pytest.mark.django_db

ENROL = reverse("accounts:enrol")
CODES = reverse("mfa_view_recovery_codes")
SECOND = reverse("mfa_authenticate")
DATA = sorted(set(OURS) - OPEN_WHILE_ENROLLING - {"accounts:accept"})


@pytest.fixture
def gate(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def test_without_a_second_factor_every_page_leads_to_enrolment(client, gate):
    client.force_login(people.ani())

    for name in DATA:
        for answer in (client.get(anywhere(name)), client.post(anywhere(name))):
            told = (answer.status_code, answer.get("Location", "").partition("?")[0])
            assert told == (302, ENROL), name


def test_the_enrolment_pages_themselves_are_open(client, gate):
    client.force_login(people.ani())

    for name in ("accounts:enrol", "mfa_activate_totp", "mfa_add_webauthn", "accounts:preferences"):
        assert client.get(reverse(name)).status_code == 200, name


def test_a_script_is_led_to_enrolment_with_the_whole_page(client, gate):
    client.force_login(people.ani())

    answer = client.get(
        reverse("clients:list"),
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/klien/?cari=rian"},
    )

    assert answer["HX-Redirect"] == f"{ENROL}?next=%2Fklien%2F%3Fcari%3Drian"


def test_with_a_second_factor_the_pages_open(client, gate):
    with_app(people.ani())
    client.force_login(people.ani())

    assert client.get(reverse("clients:list")).status_code == 200


def test_recovery_codes_alone_are_no_second_factor(client, gate):
    Authenticator.objects.create(
        user=people.ani(), type="recovery_codes", data={"seed": "x", "used_mask": 0}
    )
    client.force_login(people.ani())

    assert client.get(reverse("clients:list")).status_code == 302


def test_production_refuses_to_go_without(settings):
    settings.SECOND_FACTOR_REQUIRED = False

    assert "accounts.E001" in [problem.id for problem in run_checks(include_deployment_checks=True)]


def test_an_authenticator_app_is_enrolled_with_its_code(client, gate):
    client.force_login(people.ani())
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret

    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})

    assert answer.url == CODES
    assert client.get(reverse("clients:list")).status_code == 200


def test_a_wrong_code_enrols_nothing(client):
    client.force_login(people.ani())
    client.get(reverse("mfa_activate_totp"))

    answer = client.post(reverse("mfa_activate_totp"), {"code": "000000"})

    assert "tidak cocok" in answer.content.decode()
    assert not Authenticator.objects.exists()


def test_one_signs_in_with_password_and_code(client):
    secret = with_app(people.ani())

    after_password = sign_in(client)
    between = is_signed_in(client)
    client.post(SECOND, {"code": code_of(secret)})

    assert after_password.url == SECOND
    assert not between
    assert is_signed_in(client)


@pytest.mark.parametrize(("step", "opens"), [(-1, False), (0, True), (1, False)])
def test_a_code_is_good_for_its_own_half_minute_alone(client, settings, monkeypatch, step, opens):
    settings.MFA_TOTP_TOLERANCE = base.MFA_TOTP_TOLERANCE
    middle = time.time() // 30 * 30 + 15  # of a half minute, so that it does not end meanwhile
    monkeypatch.setattr(time, "time", lambda: middle)
    secret = with_app(people.ani())
    sign_in(client)

    client.post(SECOND, {"code": code_of(secret, step)})

    assert is_signed_in(client) is opens


def test_whoever_typed_an_old_code_reads_that_a_new_one_comes(client):
    with_app(people.ani())
    sign_in(client)

    answer = client.post(SECOND, {"code": "000000"})

    assert "tunggu kode berikutnya" in answer.content.decode()


def test_a_code_opens_the_door_once(client):
    secret = with_app(people.ani())
    code = code_of(secret, 1)
    sign_in(client)
    client.post(SECOND, {"code": code})
    client.post(reverse("account_logout"))

    for written in (code, f"{code[:3]} {code[3:]}", f"{code[:3]}-{code[3:]}"):
        sign_in(client)
        client.post(SECOND, {"code": written})

        assert not is_signed_in(client)


def codes(client) -> list[str]:
    """Enrol an app, and look at the recovery codes once."""
    client.force_login(people.ani())
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret, -1)})
    return client.post(CODES).context["codes"]


def test_recovery_codes_are_shown_once(client):
    shown = codes(client)

    again = client.post(CODES)

    assert len(shown) == 10
    assert again.context["codes"] == []
    assert shown[0] not in again.content.decode()


def test_looking_at_the_page_of_the_codes_does_not_use_up_the_one_time(client):
    client.force_login(people.ani())
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})

    client.get(CODES)

    assert len(client.post(CODES).context["codes"]) == 10


def test_a_recovery_code_opens_the_door_once(client):
    code = codes(client)[3]
    client.post(reverse("account_logout"))

    sign_in(client)
    client.post(SECOND, {"code": code})
    first = is_signed_in(client)
    client.post(reverse("account_logout"))
    sign_in(client)
    client.post(SECOND, {"code": code})

    assert first
    assert not is_signed_in(client)


def kept() -> dict:
    return Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).data


def test_of_recovery_codes_only_slow_hashes_are_kept(client, settings):
    settings.PASSWORD_HASHERS = ["tests.accounts.factories.QuickArgon2"]
    shown = codes(client)

    hashes = kept()["migrated_codes"]

    assert set(kept()) == {"migrated_codes", "viewed_at"}
    assert all(each.startswith("argon2$argon2id$") for each in hashes)
    assert len({each.split("$")[4] for each in hashes}) == 10  # each with salt of its own
    assert not any(code in str(kept()) for code in shown)


def test_before_codes_are_shown_there_is_nothing_they_could_be_made_of(client):
    client.force_login(people.ani())
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})

    assert kept() == {"migrated_codes": []}


def test_a_recovery_code_may_be_typed_in_groups(client):
    code = codes(client)[0]
    client.post(reverse("account_logout"))
    sign_in(client)

    client.post(SECOND, {"code": f"{code[:4]} {code[4:]}"})

    assert is_signed_in(client)


def test_new_recovery_codes_end_the_old_ones(client):
    old = codes(client)
    client.post(reverse("mfa_generate_recovery_codes"))
    new = client.post(CODES).context["codes"]
    client.post(reverse("account_logout"))

    sign_in(client)
    client.post(SECOND, {"code": old[0]})
    by_old = is_signed_in(client)
    client.post(SECOND, {"code": new[0]})

    assert (len(new), by_old, is_signed_in(client)) == (10, False, True)


def codes_of_before(*, seen: bool) -> list[str]:
    """As they were kept before: what all are made of, sealed; the first one is used."""
    made = RecoveryCodes.activate(people.ani()).instance
    made.data = {"seed": SealedFactors().encrypt("ab" * 40), "used_mask": 1}
    made.data |= {"viewed_at": 1.0} if seen else {}
    made.save()
    return made.wrap().generate_codes()


def test_codes_from_before_hashes_go_on_and_are_hashed_by_night():
    old = codes_of_before(seen=True)
    wraps = Authenticator.objects.get().wrap
    assert wraps().validate_code(old[1])

    hash_recovery_codes()

    assert "seed" not in kept()
    assert (wraps().validate_code(old[0]), wraps().validate_code(old[1])) == (False, False)
    assert Authenticator.objects.get().wrap().validate_code(old[2])
    assert len(kept()["migrated_codes"]) == 7


def test_codes_from_before_that_nobody_has_seen_are_made_when_they_are_shown(client):
    with_app(people.ani())
    codes_of_before(seen=False)
    hash_recovery_codes()
    client.force_login(people.ani())

    assert kept() == {"migrated_codes": []}
    assert len(client.post(CODES).context["codes"]) == 10


def test_there_are_no_codes_for_whoever_has_no_factor(client):
    client.force_login(people.ani())

    assert client.get(CODES).status_code == 404


def test_secrets_are_sealed_in_the_database(client):
    secret = with_app(people.ani())

    assert secret not in str(Authenticator.objects.get().data)


@pytest.fixture
def key_file(tmp_path, settings):
    path = keys.write(tmp_path / "field-keys", "old")
    settings.FIELD_KEYS_FILE = str(path)
    return path


def test_a_sealed_secret_opens_with_the_key_of_before(key_file):
    sealed = SealedFactors().encrypt("rahasia")
    keys.write(key_file, "new", "old")

    assert SealedFactors().decrypt(sealed) == "rahasia"


def test_a_sealed_secret_stays_shut_without_its_key(key_file):
    sealed = SealedFactors().encrypt("rahasia")
    keys.write(key_file, "new")

    with pytest.raises(KeysUnusable, match='no key "old"'):
        SealedFactors().decrypt(sealed)


def test_another_secret_key_of_the_site_shuts_nobody_out(settings):
    sealed = SealedFactors().encrypt("rahasia")
    settings.SECRET_KEY = "another one"

    assert SealedFactors().decrypt(sealed) == "rahasia"


def test_after_a_rotation_factors_need_the_new_key_alone(key_file):
    secret = with_app(people.ani())
    keys.write(key_file, "new", "old")
    call_command("rotate_keys", stdout=StringIO())
    keys.write(key_file, "new")

    (app,) = Authenticator.objects.filter(type=Authenticator.Type.TOTP)
    assert SealedFactors().decrypt(app.data["secret"]) == secret


def test_a_second_rotation_changes_no_factor(key_file):
    with_app(people.ani())
    keys.write(key_file, "new", "old")

    assert (hide_factors_again() > 0, hide_factors_again()) == (True, 0)


def test_an_answer_of_a_key_in_a_strange_shape_is_a_wrong_answer(client):
    for answer in ("[]", "null", "1" * 5000, '{"response": []}', '{"response": {"userHandle": 1}}'):
        sent = client.post(reverse("mfa_login_webauthn"), {"credential": answer})
        assert sent.url == reverse("account_login"), answer


@pytest.mark.parametrize("field", ["id", "rawId", "type", "response"])
def test_a_key_answer_with_parts_missing_is_a_wrong_answer(client, field):
    answer = {
        "id": "AA", "rawId": "AA", "type": "public-key", "clientExtensionResults": {},
        "response": {"clientDataJSON": "e30", "authenticatorData": "AA", "signature": "AA", "userHandle": "MQ"},
    }  # fmt: skip
    del answer[field]

    sent = client.post(
        reverse("mfa_login_webauthn"), {"credential": answer}, content_type="application/json"
    )

    assert sent.status_code == 302
