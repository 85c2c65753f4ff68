"""Who answers for whose account, and what they may do to it."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from accounts.enums import EventKind, Role
from accounts.models import AccountEvent, FactorReset, User
from accounts.services.managing import change_role
from accounts.services.resets import ask_reset, confirm_reset
from common.errors import DomainError
from tests import people
from tests.accounts.factories import with_app
from tests.accounts.test_sign_in import is_signed_in, sign_in


pytestmark = pytest.mark.django_db


def act(client, person: User, name: str):
    return client.post(reverse("accounts:act", args=[person.pk, name]))


def second_supervisor() -> User:
    return User.objects.create_user(
        "indah@contoh.id",
        people.PASSWORD,
        name="Indah",
        role="supervisor",
        institution=people.melati(),
    )


def test_a_supervisor_sees_the_caring_staff_of_their_institution_but_no_supervisors(client):
    for person in (people.ani, people.citra, people.eko, people.gita, second_supervisor):
        person()
    client.force_login(people.budi())

    page = client.get(reverse("accounts:users")).context["page"]

    assert [row.name for row in page] == ["Ani Lestari"]


def test_the_ministry_sees_everybody_else(client, nobody_yet):
    for person in (people.ani, people.eko, people.gita):
        person()
    client.force_login(people.fitri())

    page = client.get(reverse("accounts:users")).context["page"]

    assert [row.name for row in page] == ["Ani Lestari", "Eko Prasetyo", "Gita Maharani"]


def test_the_list_is_searched_by_name_and_address(client):
    people.ani(), people.eko()
    client.force_login(people.fitri())

    found = [
        client.get(reverse("accounts:users"), {"cari": q}).context["page"] for q in ("lest", "eko@")
    ]

    assert [[row.name for row in page] for page in found] == [["Ani Lestari"], ["Eko Prasetyo"]]


@pytest.mark.parametrize("stranger", [people.citra, people.eko, people.gita, people.budi])
def test_an_account_one_does_not_answer_for_is_unknown(client, stranger):
    person = stranger()
    client.force_login(people.budi())

    assert client.get(reverse("accounts:user", args=[person.pk])).status_code == 404
    assert client.get(reverse("accounts:role", args=[person.pk])).status_code == 404
    assert act(client, person, "nonaktifkan").status_code == 404


def test_caring_staff_manage_nobody(client):
    client.force_login(people.ani())

    assert client.get(reverse("accounts:user", args=[people.budi().pk])).status_code == 403
    assert act(client, people.budi(), "nonaktifkan").status_code == 403


def test_an_unknown_act_is_unknown(client):
    client.force_login(people.budi())

    assert act(client, people.ani(), "hapus").status_code == 404


def test_a_supervisor_gives_a_social_worker_another_role_below_their_own(client):
    client.force_login(people.budi())

    client.post(reverse("accounts:role", args=[people.ani().pk]), {"role": "ipwl_staff"})

    assert people.ani().role == Role.IPWL_STAFF
    event = AccountEvent.objects.get(kind=EventKind.ROLE_CHANGED)
    assert (event.user, event.actor) == (people.ani(), people.budi())
    assert event.detail == "Pekerja sosial → Petugas IPWL, Sentra Melati"


def test_nobody_in_an_institution_makes_a_manager(client):
    client.force_login(people.budi())

    answer = client.post(
        reverse("accounts:role", args=[people.ani().pk]), {"role": "balai_manager"}
    )

    assert answer.status_code == 422
    assert people.ani().role == Role.SOCIAL_WORKER


def test_the_ministry_moves_a_person_to_another_institution(client):
    client.force_login(people.fitri())

    client.post(
        reverse("accounts:role", args=[people.ani().pk]),
        {"role": "social_worker", "institution": people.kenanga().pk},
    )

    assert people.ani().institution == people.kenanga()


def test_a_national_role_in_an_institution_is_refused_in_words(client):
    client.force_login(people.fitri())

    answer = client.post(
        reverse("accounts:role", args=[people.ani().pk]),
        {"role": "auditor", "institution": people.kenanga().pk, "reason": "Pindah tugas."},
    )

    assert answer.status_code == 422
    assert 'id="id_institution_error"' in answer.content.decode()


def test_the_same_role_again_is_no_change():
    ani = people.ani()

    with pytest.raises(DomainError) as refused:
        change_role(user=ani, role=ani.role, institution=ani.institution, actor=people.budi())

    assert refused.value.code == "unchanged"


def test_a_deactivated_person_does_not_sign_in_and_comes_back_when_activated(
    client, client_factory
):
    client.force_login(people.budi())
    visitor = client_factory()

    act(client, people.ani(), "nonaktifkan")
    sign_in(visitor)
    outside = is_signed_in(visitor)
    act(client, people.ani(), "aktifkan")
    sign_in(visitor)

    assert not outside
    assert is_signed_in(visitor)


@pytest.fixture
def client_factory():
    from django.test import Client

    return Client


def test_deactivating_twice_is_said_and_recorded_once(client):
    client.force_login(people.budi())
    act(client, people.ani(), "nonaktifkan")

    again = client.post(reverse("accounts:act", args=[people.ani().pk, "nonaktifkan"]), follow=True)

    assert "sudah tidak aktif" in again.content.decode()
    assert AccountEvent.objects.filter(kind=EventKind.DEACTIVATED).count() == 1


def test_a_second_factor_is_taken_off_by_two_people(client):
    with_app(people.ani())
    client.force_login(people.budi())
    act(client, people.ani(), "minta-hapus-faktor")
    act(client, people.ani(), "setujui-hapus-faktor")
    by_one = Authenticator.objects.exists()

    client.force_login(second_supervisor())
    act(client, people.ani(), "setujui-hapus-faktor")

    assert by_one
    assert not Authenticator.objects.exists()


def test_a_reset_ends_the_sessions_of_the_person(client, client_factory):
    secret = with_app(people.ani())
    visitor = client_factory()
    sign_in(visitor)
    from tests.accounts.factories import code_of

    visitor.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    ask_reset(user=people.ani(), actor=people.budi(), at=timezone.now())

    confirm_reset(user=people.ani(), actor=people.fitri(), at=timezone.now())

    assert visitor.get(reverse("accounts:security")).status_code == 302


def test_the_person_themselves_is_no_second_person():
    with_app(people.ani())
    ask_reset(user=people.ani(), actor=people.budi(), at=timezone.now())

    with pytest.raises(DomainError):
        confirm_reset(user=people.ani(), actor=people.ani(), at=timezone.now())


def test_the_database_refuses_one_person_in_both_parts():
    with pytest.raises(IntegrityError, match="factor_reset_by_two"):
        FactorReset.objects.create(
            user=people.ani(),
            asked_by=people.budi(),
            asked_at=timezone.now(),
            confirmed_by=people.budi(),
        )


def test_a_request_lapses_after_a_day():
    with_app(people.ani())
    ask_reset(user=people.ani(), actor=people.budi(), at=timezone.now() - timedelta(hours=25))

    with pytest.raises(DomainError):
        confirm_reset(user=people.ani(), actor=people.fitri(), at=timezone.now())
    ask_reset(user=people.ani(), actor=people.budi(), at=timezone.now())


def test_a_dropped_request_confirms_nothing(client):
    with_app(people.ani())
    client.force_login(people.budi())
    act(client, people.ani(), "minta-hapus-faktor")
    act(client, people.ani(), "batalkan-hapus-faktor")

    with pytest.raises(DomainError):
        confirm_reset(user=people.ani(), actor=people.fitri(), at=timezone.now())


def test_there_is_nothing_to_take_off_from_whoever_has_no_factor():
    with pytest.raises(DomainError) as refused:
        ask_reset(user=people.ani(), actor=people.budi(), at=timezone.now())

    assert refused.value.code == "no_factor"


def test_the_page_of_an_account_shows_what_happened_to_it(client):
    with_app(people.ani())
    client.force_login(people.budi())
    act(client, people.ani(), "minta-hapus-faktor")

    page = client.get(reverse("accounts:user", args=[people.ani().pk])).content.decode()

    assert "Penghapusan faktor kedua diminta" in page
    assert "Budi Santoso" in page
    assert "Setujui penghapusan" not in page
