"""The only way in: an invitation, for one person, once, within 72 hours."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.urls import reverse
from django.utils import timezone

from accounts.models import Invitation, User
from accounts.services.invitations import accept, invite, revoke
from accounts.services.people import Person
from common.errors import DomainError
from tests import people
from tests.accounts.factories import NEWCOMER, invited
from tests.accounts.test_sign_in import is_signed_in


pytestmark = pytest.mark.django_db

INVITE = reverse("accounts:invite")
USERS = reverse("accounts:users")
NEW_PASSWORD = "sepatu-merah-di-atap"


class NoPost(EmailBackend):
    def send_messages(self, messages):
        raise OSError("no way to the post office")


def page_of(token: str) -> str:
    return reverse("accounts:accept", args=[token])


def taken_up(client, token: str, password: str = NEW_PASSWORD):
    return client.post(page_of(token), {"password": password, "again": password})


def send(client, **changes):
    body = {"email": NEWCOMER, "name": "Rina Wulandari", "role": "social_worker"}
    return client.post(INVITE, body | changes)


def link_in(message) -> str:
    return next(line for line in message.body.splitlines() if line.startswith("http"))


def test_a_supervisor_invites_into_their_own_institution(client):
    client.force_login(people.budi())

    send(client)

    invitation = Invitation.objects.get()
    assert (invitation.institution, invitation.invited_by) == (people.melati(), people.budi())
    assert mail.outbox[0].to == [NEWCOMER]


def test_the_letter_tells_nothing_but_the_link(client):
    client.force_login(people.budi())
    send(client)

    letter = mail.outbox[0].subject + mail.outbox[0].body

    assert "72 jam" in letter
    for secret in ("Rina", "Melati", "Budi", "Pekerja sosial"):
        assert secret not in letter


def test_the_token_of_a_link_is_not_kept(client):
    client.force_login(people.budi())
    send(client)
    token = link_in(mail.outbox[0]).rstrip("/").rsplit("/", 1)[1]

    assert len(token) >= 43
    assert token not in str(Invitation.objects.values().get())


def test_an_institution_gives_no_role_that_is_not_its_own_to_give(client):
    client.force_login(people.eko())

    for role in ("balai_manager", "ministry_admin", "auditor"):
        assert send(client, role=role).status_code == 422


def test_an_institution_cannot_name_another_institution(client):
    client.force_login(people.budi())

    send(client, institution=people.kenanga().pk)

    assert Invitation.objects.get().institution == people.melati()


def test_the_ministry_invites_anywhere(client):
    client.force_login(people.fitri())

    send(client, institution=people.kenanga().pk)
    send(client, role="ipwl_staff", institution=people.harapan().pk, email="joko@contoh.id")

    assert Invitation.objects.count() == 2


@pytest.mark.parametrize("person", [people.ani, people.dewi, people.gita])
def test_others_invite_nobody(client, person):
    client.force_login(person())

    assert client.get(USERS).status_code == 403
    assert send(client).status_code == 403


def test_whoever_has_an_account_is_not_invited_again(client):
    client.force_login(people.budi())

    assert send(client, email=people.citra().email.upper()).status_code == 422


def test_one_address_has_one_open_invitation(client):
    client.force_login(people.budi())
    send(client)

    assert send(client).status_code == 422
    assert Invitation.objects.count() == 1


def test_an_address_whose_invitation_has_lapsed_may_be_invited_again():
    invited(hours_ago=73)

    invited()

    assert Invitation.objects.open().count() == 1


def test_a_letter_that_cannot_be_sent_is_said_and_can_be_sent_again(client, settings):
    client.force_login(people.budi())
    settings.EMAIL_BACKEND = f"{__name__}.NoPost"

    answer = client.post(
        INVITE,
        {"email": NEWCOMER, "name": "Rina", "role": "social_worker"},
        follow=True,
    )

    assert "belum terkirim" in answer.content.decode()
    assert Invitation.objects.open().exists()


def test_an_invitation_becomes_an_account_that_is_signed_in_and_must_enrol(client):
    answer = taken_up(client, invited().token)

    user = User.objects.get(email=NEWCOMER)
    assert (user.name, user.role, user.institution) == (
        "Rina Wulandari",
        "social_worker",
        people.melati(),
    )
    assert is_signed_in(client)
    assert answer.url == reverse("accounts:enrol")


def test_an_invitation_works_once(client):
    token = invited().token
    taken_up(client, token)
    client.logout()

    assert client.get(page_of(token)).status_code == 404
    assert taken_up(client, token, "topi-hijau-di-pagar").status_code == 404
    assert User.objects.get(email=NEWCOMER).check_password(NEW_PASSWORD)


@pytest.mark.parametrize(("hours", "status"), [(71, 200), (72, 404), (100, 404)])
def test_an_invitation_lives_72_hours(client, hours, status):
    token = invited(hours_ago=hours).token

    assert client.get(page_of(token)).status_code == status
    assert (taken_up(client, token).status_code == 302) is (status == 200)


def test_a_revoked_invitation_opens_nothing(client):
    sent = invited()
    revoke(invitation=sent.invitation, actor=people.budi(), at=timezone.now())

    assert taken_up(client, sent.token).status_code == 404
    assert not User.objects.filter(email=NEWCOMER).exists()


def test_an_invitation_revoked_while_its_page_stood_open_makes_no_account():
    sent = invited()
    revoke(invitation=sent.invitation, actor=people.budi(), at=timezone.now())

    with pytest.raises(DomainError) as refused:
        accept(invitation=sent.invitation, password=NEW_PASSWORD, at=timezone.now())

    assert refused.value.code == "no_invitation"


def test_sending_again_closes_the_link_of_before(client):
    sent = invited()
    client.force_login(people.budi())
    client.post(reverse("accounts:resend", args=[sent.invitation.pk]))
    client.logout()

    assert client.get(page_of(sent.token)).status_code == 404
    assert client.get(link_in(mail.outbox[-1])).status_code == 200


def test_sending_again_gives_another_72_hours(client):
    sent = invited(hours_ago=100)
    client.force_login(people.budi())

    client.post(reverse("accounts:resend", args=[sent.invitation.pk]))

    until = Invitation.objects.get().expires_at
    assert timedelta(hours=71) < until - timezone.now() <= timedelta(hours=72)


def test_nobody_handles_an_invitation_of_another_institution(client):
    sent = invited()
    client.force_login(people.eko())

    for act in ("resend", "revoke"):
        assert client.post(reverse(f"accounts:{act}", args=[sent.invitation.pk])).status_code == 404


def test_an_invitation_is_not_taken_up_in_the_session_of_somebody_else(client):
    token = invited().token
    client.force_login(people.ani())

    answer = taken_up(client, token)

    assert answer.status_code == 403
    assert "Ani Lestari" in answer.content.decode()
    assert not User.objects.filter(email=NEWCOMER).exists()


def test_the_name_and_role_come_from_the_invitation_and_not_from_the_form(client):
    token = invited().token
    body = {"password": NEW_PASSWORD, "again": NEW_PASSWORD}

    client.post(page_of(token), {**body, "role": "ministry_admin", "email": "lain@contoh.id"})

    assert User.objects.get(email=NEWCOMER).role == "social_worker"


def test_an_unknown_token_is_answered_like_a_used_one(client):
    token = invited().token
    taken_up(client, token)
    client.logout()

    used, unknown = client.get(page_of(token)), client.get(page_of("tidak-ada"))

    assert (used.status_code, used.content) == (unknown.status_code, unknown.content)


@pytest.mark.parametrize("password", ["pendek", "kemensos-2026", "rina@contoh.id1"])
def test_a_weak_password_is_refused_and_the_invitation_stays_open(client, password):
    token = invited().token

    assert taken_up(client, token, password).status_code == 422
    assert client.get(page_of(token)).status_code == 200


def test_two_different_passwords_are_refused(client):
    answer = client.post(
        page_of(invited().token), {"password": NEW_PASSWORD, "again": "yang lain sama sekali"}
    )

    assert answer.status_code == 422


def test_what_a_leaver_has_offered_is_taken_back(client):
    token = invited().token
    client.force_login(people.fitri())
    client.post(reverse("accounts:act", args=[people.budi().pk, "nonaktifkan"]))
    client.logout()

    assert client.get(page_of(token)).status_code == 404


def test_a_role_and_a_place_that_do_not_fit_are_refused():
    with pytest.raises(DomainError):
        invite(
            person=Person(NEWCOMER, "Rina", "auditor", people.melati()),
            actor=people.fitri(),
            at=timezone.now(),
        )
