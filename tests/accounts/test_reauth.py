"""Something grave is done only by whoever has shown in the last ten minutes who they are."""

import pytest
from allauth.usersessions.models import UserSession
from django.urls import reverse

from accounts.models import Session
from common.models import ReadLog
from tests import people
from tests.accounts.factories import code_of, with_app
from tests.accounts.test_sign_in import is_signed_in, sign_in
from tests.clients.factories import CaseFactory, ClientFactory
from tests.guards.fresh import stale


pytestmark = pytest.mark.django_db

ASK = reverse("account_reauthenticate")


@pytest.fixture
def case():
    return CaseFactory(client=ClientFactory(with_nik=True))


@pytest.fixture
def ani(client):
    client.force_login(people.ani())
    return client


def reveal(client, case, **headers):
    return client.post(reveal_url(case), {"purpose": "letter"}, headers=headers)


def reveal_url(case):
    return reverse("clients:reveal", args=[case.client_id, "nik"])


def test_whoever_has_just_signed_in_sees_the_nik(ani, case):
    assert reveal(ani, case).status_code == 200


def test_ten_minutes_later_they_are_asked_first(ani, case):
    stale(ani, 601)

    answer = reveal(ani, case, Referer=f"http://testserver{reveal_url(case)}")

    assert answer.url == f"{ASK}?next=%2Fklien%2F{case.client_id}%2Ftampilkan%2Fnik%2F"
    assert not ReadLog.objects.filter(action="reveal").exists()


def test_nine_minutes_later_they_are_not(ani, case):
    stale(ani, 590)

    assert reveal(ani, case).status_code == 200


def test_after_the_password_they_come_back_and_press_again(ani, case):
    stale(ani)
    asked = reveal(ani, case, Referer=f"http://testserver{reveal_url(case)}").url

    back = ani.post(asked, {"password": people.PASSWORD}, follow=True)

    assert back.redirect_chain == [(reveal_url(case), 302)]
    assert "tekan sekali lagi" in back.content.decode()
    assert reveal(ani, case).status_code == 200


def test_a_code_serves_as_well_as_the_password(ani, case):
    secret = with_app(people.ani())
    stale(ani)

    ani.post(reverse("mfa_reauthenticate"), {"code": code_of(secret)})

    assert reveal(ani, case).status_code == 200


@pytest.mark.parametrize("by", ["password", "code"])
def test_a_proof_of_identity_gives_the_session_a_new_name_and_ends_the_old_one(client, by):
    secret = with_app(people.ani())
    sign_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret, -1)})
    stale(client)
    before = client.session.session_key
    page, proof = (
        (ASK, {"password": people.PASSWORD})
        if by == "password"
        else (reverse("mfa_reauthenticate"), {"code": code_of(secret)})
    )

    client.post(page, proof)

    after = client.session.session_key
    assert after != before
    assert not Session.objects.filter(session_key=before).exists()
    assert is_signed_in(client)
    assert [row.session_key for row in UserSession.objects.filter(user=people.ani())] == [after]


def test_a_wrong_password_leaves_the_session_its_name(ani):
    stale(ani)
    before = ani.session.session_key

    ani.post(ASK, {"password": "bukan-kata-sandinya"})

    assert ani.session.session_key == before


def test_a_wrong_password_confirms_nothing(ani, case):
    stale(ani)

    ani.post(ASK, {"password": "bukan-kata-sandinya"})

    assert reveal(ani, case).status_code == 302


def test_the_proof_of_somebody_else_counts_for_nothing(client, case):
    client.force_login(people.budi())
    session = client.session
    session["account_authentication_methods_user"] = str(people.ani().pk)
    session.save()

    assert reveal(client, case).status_code == 302


def test_a_script_leads_the_whole_page_to_the_question(ani, case):
    stale(ani)

    here = f"http://testserver{reveal_url(case)}"
    answer = reveal(ani, case, **{"HX-Request": "true", "HX-Current-URL": here})

    assert answer["HX-Redirect"] == f"{ASK}?next=%2Fklien%2F{case.client_id}%2Ftampilkan%2Fnik%2F"


def test_the_question_for_the_purpose_is_put_only_to_whoever_is_fresh(ani, case):
    stale(ani)

    assert ani.get(reveal_url(case)).url.startswith(ASK)


@pytest.mark.parametrize("act", ["nonaktifkan", "minta-hapus-faktor", "akhiri-sesi"])
def test_nothing_grave_is_done_to_an_account_without_a_fresh_proof(client, act):
    client.force_login(people.budi())
    stale(client)

    answer = client.post(reverse("accounts:act", args=[people.ani().pk, act]))

    assert answer.url.startswith(ASK)
    assert people.ani().is_active


def test_a_role_is_changed_only_with_a_fresh_proof(client):
    client.force_login(people.budi())
    stale(client)
    url = reverse("accounts:role", args=[people.ani().pk])

    assert client.get(url).url.startswith(ASK)
    assert client.post(url, {"role": "supervisor"}).url.startswith(ASK)


def test_a_factor_is_added_only_with_a_fresh_proof(ani):
    stale(ani)

    assert ani.get(reverse("mfa_activate_totp")).url.startswith(ASK)
