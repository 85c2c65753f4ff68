"""Roles that see a nation or approve take two people, a reason and a fresh proof; nobody appoints their watchers alone."""

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from accounts.enums import APPOINTMENT_NOTICE, TAKES_TWO, WATCHERS, EventKind, Role
from accounts.models import AccountEvent, Appointment, Invitation, User
from accounts.selectors import answerers_of
from accounts.services.appointments import (
    Wanted,
    ask_appointment,
    grant_appointment,
    refuse_appointment,
)
from accounts.services.invitations import accept, invite
from accounts.services.managing import change_role, deactivate
from accounts.services.people import Person
from common.errors import DomainError
from common.jobs import perform
from common.models import Job
from tests import people
from tests.accounts.factories import NEWCOMER, invited
from tests.accounts.test_reauth import stale


pytestmark = pytest.mark.django_db

USERS = reverse("accounts:users")


def account(name: str, role: str, institution=None, *, invited_by=None) -> User:
    return User.objects.create_user(
        f"{name}@contoh.id", name=name, role=role, institution=institution, invited_by=invited_by
    )


def newcomer(role=Role.SUPERVISOR, institution=None) -> Person:
    place = (
        institution or people.melati() if role in (Role.SUPERVISOR, Role.BALAI_MANAGER) else None
    )
    return Person(NEWCOMER, "Rina", role, place)


def ask(
    role=Role.SUPERVISOR, *, actor=None, user=None, reason="Pengganti yang pensiun."
) -> Appointment:
    person = newcomer(role)
    if user:
        person = Person(user.email, user.name, role, person.institution)
    return ask_appointment(
        wanted=Wanted(person, reason, user),
        actor=actor or people.fitri(),
        at=timezone.now(),
    )


def grant(row: Appointment, actor: User):
    return grant_appointment(appointment=row, actor=actor, at=timezone.now())


def refused(act, *args, **facts) -> str:
    with pytest.raises(DomainError) as no:
        act(*args, **facts)
    return no.value.code


def as_(person: User) -> Browser:
    browser = Browser()
    browser.force_login(person)
    return browser


@pytest.mark.parametrize("role", TAKES_TWO)
def test_one_person_alone_neither_invites_nor_promotes_anybody_to_such_a_role(role):
    by = {"actor": people.fitri()}

    assert refused(invite, person=newcomer(role), at=timezone.now(), **by) == "takes_two"
    assert (
        refused(
            change_role, user=people.ani(), role=role, institution=newcomer(role).institution, **by
        )
        == "takes_two"
    )


def test_a_newcomer_is_invited_when_another_person_has_granted_the_role():
    row = ask()
    assert not Invitation.objects.exists()

    sent = grant(row, account("kepala", Role.BALAI_MANAGER, people.melati()))
    user = accept(invitation=sent.invitation, password=people.PASSWORD, at=timezone.now())

    assert (user.role, user.invited_by) == (Role.SUPERVISOR, people.fitri())


def test_somebody_with_an_account_has_the_role_when_it_is_granted():
    row = ask(Role.AUDITOR, user=people.ani())
    assert people.ani().role == Role.SOCIAL_WORKER

    grant(row, people.hadi())

    assert (people.ani().role, people.ani().institution) == (Role.AUDITOR, None)


def test_nobody_grants_what_they_asked_for_what_is_theirs_or_what_their_inviter_asked_for():
    row = ask(Role.MINISTRY_ADMIN)
    twin = account("kembaran", Role.MINISTRY_ADMIN, invited_by=people.fitri())

    assert refused(grant, row, people.fitri()) == "not_another"
    assert refused(grant, row, twin) == "not_another"
    grant(row, account("lain", Role.MINISTRY_ADMIN))
    own = ask(Role.DATA_OFFICER, user=twin)
    assert refused(grant, own, twin) == "not_another"


def test_the_database_takes_no_grant_of_whoever_asked():
    row = ask()

    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.filter(pk=row.pk).update(
            answered_by=people.fitri(), answered_at=timezone.now(), is_granted=True
        )


# Who asks, for what, and which of the others may answer.
ANSWERERS = [
    (people.fitri, Role.SUPERVISOR, {"kepala", "admin"}),
    (people.fitri, Role.BALAI_MANAGER, {"admin", "Hadi Wijaya"}),
    (people.fitri, Role.MINISTRY_ADMIN, {"admin", "Hadi Wijaya"}),
    (people.fitri, Role.AUDITOR, {"Hadi Wijaya"}),
    (people.fitri, Role.DATA_OFFICER, {"Hadi Wijaya"}),
    (people.hadi, Role.AUDITOR, {"admin", "Fitri Handayani"}),
    (people.hadi, Role.DATA_OFFICER, {"admin", "Fitri Handayani"}),
]


@pytest.mark.parametrize(("asker", "role", "names"), ANSWERERS)
def test_who_answers(asker, role, names):
    account("kepala", Role.BALAI_MANAGER, people.melati())
    account("admin", Role.MINISTRY_ADMIN)

    assert {user.name for user in answerers_of(ask(role, actor=asker()))} == names


@pytest.mark.parametrize(("asker", "role", "names"), ANSWERERS)
def test_whoever_may_answer_finds_it_on_a_page_that_opens(asker, role, names):
    account("kepala", Role.BALAI_MANAGER, people.melati())
    account("admin", Role.MINISTRY_ADMIN)
    row = ask(role, actor=asker())

    for user in User.objects.filter(name__in=names):
        browser = as_(user)
        url = reverse("accounts:appointment_answer", args=[row.pk])
        assert url in browser.get(USERS).content.decode(), user
        assert browser.get(url).status_code == 200, user


def test_where_no_data_officer_is_yet_two_of_the_ministry_appoint_the_first():
    User.objects.filter(pk=people.hadi().pk).update(is_active=False)
    admin = account("admin", Role.MINISTRY_ADMIN)

    row = ask(Role.DATA_OFFICER)

    assert answerers_of(row) == [admin]


@pytest.mark.parametrize("role", WATCHERS)
def test_the_ministry_changes_no_account_of_those_who_watch_over_it(role):
    person = account("penjaga", role)
    ministry = as_(people.fitri())

    assert ministry.get(reverse("accounts:user", args=[person.pk])).status_code == 200
    assert ministry.post(reverse("accounts:role", args=[person.pk])).status_code == 403
    for name in ("nonaktifkan", "aktifkan", "akhiri-sesi"):
        assert ministry.post(reverse("accounts:act", args=[person.pk, name])).status_code == 403


def test_data_officers_answer_for_those_who_watch():
    person = account("penjaga", Role.AUDITOR)

    as_(people.hadi()).post(reverse("accounts:act", args=[person.pk, "nonaktifkan"]))

    assert not User.objects.get(pk=person.pk).is_active
    assert (
        as_(people.hadi()).get(reverse("accounts:user", args=[people.ani().pk])).status_code == 404
    )


def test_a_supervisor_neither_gives_nor_manages_supervisors():
    other = account("indah", Role.SUPERVISOR, people.melati())
    budi = as_(people.budi())

    answer = budi.post(
        reverse("accounts:invite"), {"email": NEWCOMER, "name": "R", "role": "supervisor"}
    )
    assert answer.status_code == 422
    assert budi.get(reverse("accounts:user", args=[other.pk])).status_code == 404
    url = reverse("accounts:role", args=[people.ani().pk])
    assert budi.post(url, {"role": "supervisor"}).status_code == 422
    assert people.ani().role == Role.SOCIAL_WORKER


def test_a_reason_is_asked_for():
    assert refused(ask, reason="  ") == "no_reason"


def test_one_person_waits_for_one_role_at_a_time():
    ask()

    assert refused(ask) == "already_asked"


def test_what_was_answered_is_answered_once():
    row = ask(Role.AUDITOR)
    refuse_appointment(appointment=row, actor=people.hadi(), at=timezone.now())

    assert refused(grant, row, people.hadi()) == "answered"
    assert not Invitation.objects.exists()


def test_what_a_leaver_has_asked_for_is_taken_back():
    head = account("kepala", Role.BALAI_MANAGER, people.melati())
    row = ask(actor=head)

    deactivate(user=head, actor=people.fitri(), at=timezone.now())

    assert refused(grant, row, people.fitri()) == "answered"


def test_asking_and_granting_stand_in_the_security_log():
    row = ask(Role.AUDITOR)
    grant(row, people.hadi())

    told = AccountEvent.objects.filter(user=people.fitri(), detail__startswith=NEWCOMER).order_by(
        "pk"
    )
    assert list(told.values_list("kind", "actor")) == [
        (EventKind.ROLE_ASKED, people.fitri().pk),
        (EventKind.ROLE_GRANTED, people.hadi().pk),
        (EventKind.INVITED, people.fitri().pk),
    ]


def test_whoever_may_answer_is_written_to_and_no_letter_says_whom_it_is_about():
    ask(Role.AUDITOR)

    perform(Job.objects.get(kind=APPOINTMENT_NOTICE).pk)

    assert [letter.to for letter in mail.outbox] == [[people.hadi().email]]
    assert "Rina" not in mail.outbox[0].body


def test_it_is_asked_for_and_granted_on_pages():
    ministry, officer = as_(people.fitri()), as_(people.hadi())
    body = {"email": NEWCOMER, "name": "Rina", "role": "auditor", "reason": "Pengawas baru."}

    assert ministry.post(reverse("accounts:invite"), body).url == USERS
    row = Appointment.objects.get()
    assert mail.outbox == []
    assert "Pengawas baru." in officer.get(USERS).content.decode()
    officer.post(reverse("accounts:appointment_answer", args=[row.pk]), {"verdict": "agree"})

    assert [letter.to for letter in mail.outbox] == [[NEWCOMER]]


def test_whoever_may_grant_finds_it_at_home_and_whoever_asked_does_not():
    ask(Role.AUDITOR)

    assert "Periksa 1 penunjukan" in as_(people.hadi()).get("/").content.decode()
    assert "Periksa 1 penunjukan" not in as_(people.fitri()).get("/").content.decode()


def test_a_role_is_asked_for_on_the_page_of_an_account():
    body = {"role": "auditor", "institution": "", "reason": "Pindah tugas."}

    as_(people.fitri()).post(reverse("accounts:role", args=[people.ani().pk]), body)

    assert people.ani().role == Role.SOCIAL_WORKER
    assert Appointment.objects.get().user == people.ani()


def test_without_a_reason_the_form_says_so_and_loses_nothing():
    body = {"email": NEWCOMER, "name": "Rina", "role": "auditor", "reason": ""}

    answer = as_(people.fitri()).post(reverse("accounts:invite"), body)

    assert answer.status_code == 422
    assert 'id="id_reason_error"' in answer.content.decode()
    assert NEWCOMER in answer.content.decode()


def test_whoever_asked_takes_it_back_and_nobody_else_does():
    row = ask(Role.AUDITOR)
    url = reverse("accounts:appointment_withdraw", args=[row.pk])

    assert as_(people.hadi()).post(url).status_code == 403
    as_(people.fitri()).post(url)

    assert not Appointment.objects.open().exists()


@pytest.mark.parametrize(
    "name", ["invite", "resend", "revoke", "appointment_answer", "appointment_withdraw"]
)
def test_without_a_fresh_proof_nothing_is_given(client, name):
    waiting, row = invited(actor=people.fitri()).invitation, ask(Role.AUDITOR)
    row_pk = row.pk if name.startswith("appointment") else waiting.pk
    person = people.hadi() if name == "appointment_answer" else people.fitri()
    client.force_login(person)
    stale(client)
    body = {
        "email": "lain@contoh.id",
        "name": "Lain",
        "role": "ministry_admin",
        "reason": "x",
        "verdict": "agree",
    }

    answer = client.post(
        reverse(f"accounts:{name}", args=[] if name == "invite" else [row_pk]), body
    )

    assert answer.url.startswith(reverse("account_reauthenticate"))
    assert Invitation.objects.get().revoked_at is None
    assert Appointment.objects.open().count() == 1


def test_an_institution_says_where_its_peoples_post_is():
    people.melati().__class__.objects.filter(pk=people.melati().pk).update(
        mail_domains=["kemensos.go.id"]
    )
    at = timezone.now()

    foreign = Person("rina@gmail.com", "Rina", Role.SOCIAL_WORKER, people.melati())
    assert refused(invite, person=foreign, actor=people.budi(), at=at) == "mail_domain"
    near = Person("rina@notkemensos.go.id", "Rina", Role.SOCIAL_WORKER, people.melati())
    assert refused(invite, person=near, actor=people.budi(), at=at) == "mail_domain"
    own = Person("Rina@Kemensos.go.id", "Rina", Role.SOCIAL_WORKER, people.melati())
    assert invite(person=own, actor=people.budi(), at=at)
    moved = {"user": people.citra(), "role": Role.SOCIAL_WORKER, "institution": people.melati()}
    assert refused(change_role, actor=people.fitri(), **moved) == "mail_domain"
