"""Narrow keys for machines (B13): shown once, hashed, from their own network, for a while."""

import hashlib
from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.enums import AT_HOME_SCOPES, KEY_NOTICE, Role
from accounts.models import AccountEvent, ServiceKey, User
from accounts.service_keys.services import (
    Machine,
    ask_key,
    grant_key,
    make_key,
    refuse_key,
    revoke_key,
)
from clients.accesses import signals_of_the_week
from common.errors import DomainError
from common.jobs import perform
from common.models import Job
from common.scope import acting, nation
from tests import people
from tests.api.calling import HERE, NO_AUDITORS, Caller, key_of, machine


pytestmark = pytest.mark.django_db
LIST = "klien/"


def test_a_key_has_256_bits_and_only_its_hash_is_kept():
    row, key = key_of()

    assert len(key) == len("rsk_") + 43
    assert row.hash == hashlib.sha256(key.encode()).hexdigest()
    assert key not in str(list(ServiceKey.objects.values()))


def test_a_live_key_opens_the_door():
    assert machine().get(LIST).status_code == 200


def test_its_use_is_noted_once_a_minute():
    row, key = key_of()
    Caller(key).get(LIST)
    first = ServiceKey.objects.get(pk=row.pk).last_used_at

    Caller(key).get(LIST)

    assert first is not None
    assert ServiceKey.objects.get(pk=row.pk).last_used_at == first


def revoked() -> Caller:
    row, key = key_of()
    revoke_key(key=row, actor=people.fitri(), at=timezone.now())
    return Caller(key)


def run_out() -> Caller:
    row, key = key_of()
    ServiceKey.objects.filter(pk=row.pk).update(
        created_at=timezone.now() - timedelta(days=9),
        expires_at=timezone.now() - timedelta(seconds=1),
    )
    return Caller(key)


def account_closed() -> Caller:
    row, key = key_of()
    User.objects.filter(pk=row.user_id).update(is_active=False)
    return Caller(key)


REFUSED = {
    "unknown": lambda: Caller("rsk_" + "x" * 43),
    "another kind": lambda: Caller("abc"),
    "empty": lambda: Caller("rsk_"),
    "not latin": lambda: Caller("rsk_ä\x7f"),
    "revoked": revoked,
    "run out": run_out,
    "another network": lambda: machine(networks=["203.0.113.0/24", "2001:db8::/48"]),
    "closed account": account_closed,
}


@pytest.mark.parametrize("why", REFUSED)
def test_it_is_refused_without_a_word_why(why):
    answer = REFUSED[why]().get(LIST)

    assert answer.status_code == 401
    assert answer.json() == {
        "code": "not_authenticated",
        "message": "Kunci layanan tidak diterima.",
    }


def test_a_refused_key_is_not_helped_by_a_session():
    caller = Caller("rsk_wrong", person=people.ani())

    assert caller.get(LIST).status_code == 401


def test_nobody_at_all_is_asked_for_a_key():
    answer = Caller().get(LIST)

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("network", [HERE, "127.0.0.0/16"])
def test_it_may_come_from_its_networks(network):
    assert machine(networks=[network]).get(LIST).status_code == 200


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("10.1.2.3", True),
        ("::ffff:10.1.2.3", True),
        ("11.0.0.1", False),
        ("::1", False),
        ("", False),
    ],
)
def test_an_address_is_weighed_as_what_it_is(address, expected):
    assert ServiceKey(networks=["10.0.0.0/8"]).may_come_from(address) is expected


def test_a_key_opens_no_page():
    caller = machine()

    answer = caller.browser.get(reverse("clients:list"), headers=caller.headers)

    assert answer.status_code == 302


def test_too_many_requests_are_told_to_wait(monkeypatch):
    monkeypatch.setattr("accounts.service_keys.middleware.KeyThrottle.rate", "2/min", raising=False)
    caller = machine()

    answers = [caller.get(LIST) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[-1]["Retry-After"]) > 0


def test_a_service_account_signs_in_with_no_password():
    user = key_of()[0].user
    user.set_password("kata-sandi-uji-2026")
    user.save()

    assert authenticate(email=user.email, password="kata-sandi-uji-2026") is None


def test_a_session_of_a_service_account_is_nobodys(client):
    client.force_login(key_of()[0].user)

    assert client.get(reverse("clients:list")).status_code == 302


def test_work_is_never_handed_to_a_machine():
    user = key_of(Role.SOCIAL_WORKER)[0].user

    assert user not in User.objects.colleagues_of(people.ani())


def test_a_new_key_of_the_same_name_goes_on_with_the_account():
    assert key_of()[0].user == key_of()[0].user


def test_a_key_of_another_role_is_another_account():
    assert key_of()[0].user != key_of(Role.SOCIAL_WORKER)[0].user


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"role": Role.MINISTRY_ADMIN}, "unknown_role"),
        ({"days": 366}, "life"),
        ({"days": -1}, "life"),
        ({"networks": ["0.0.0.0/0"]}, "wide_network"),
        ({"networks": ["10.0.0.0/15"]}, "wide_network"),
        ({"networks": [HERE, "::/0"]}, "wide_network"),
        ({"networks": ["2001:db8::/47"]}, "wide_network"),
    ],
)
def test_a_key_that_may_not_be_is_not_made(facts, code):
    with pytest.raises(DomainError) as refused:
        key_of(**facts)

    assert refused.value.code == code
    assert not ServiceKey.objects.exists()


def test_the_database_keeps_no_key_longer_than_a_year():
    row, _key = key_of()

    with pytest.raises(IntegrityError), transaction.atomic():
        ServiceKey.objects.filter(pk=row.pk).update(expires_at=row.created_at + timedelta(days=366))


def test_an_auditors_key_writes_nothing():
    for scope in sorted(NO_AUDITORS):
        assert refused(Role.AUDITOR, None, [scope], people.fitri()) == "auditor_reads"


def refused(role, institution, scopes, actor) -> str:
    asked = Machine("SIKS Kenanga", role, institution, scopes, [HERE], timezone.localdate())
    with pytest.raises(DomainError) as no:
        ask_key(machine=asked, actor=actor, at=timezone.now())
    return no.value.code


@pytest.mark.parametrize("scope", sorted(AT_HOME_SCOPES))
def test_what_the_ministry_may_not_do_itself_no_key_of_its_own_does(scope):
    melati = people.melati()

    assert refused(Role.SUPERVISOR, melati, [scope], people.fitri()) == "at_home_only"


def test_a_head_asks_for_the_own_house_alone():
    scopes = ["clients:read"]

    assert refused(Role.SUPERVISOR, people.melati(), scopes, people.eko()) == "other_institution"
    assert refused(Role.AUDITOR, None, scopes, people.eko()) == "other_institution"


def asked(**facts) -> ServiceKey:
    machine = Machine(
        "SIKS Kenanga",
        Role.SUPERVISOR,
        people.kenanga(),
        ["clients:read"],
        [HERE],
        timezone.localdate(),
    )
    return ask_key(machine=machine, actor=people.eko(), at=timezone.now())


def granted() -> ServiceKey:
    return grant_key(key=asked(), actor=people.hadi(), at=timezone.now())


def test_what_was_only_asked_for_is_not_made():
    with pytest.raises(DomainError) as refused:
        make_key(key=asked(), actor=people.eko())

    assert refused.value.code == "not_ready"


def test_it_is_fetched_once():
    row = granted()
    make_key(key=row, actor=people.eko())

    with pytest.raises(DomainError):
        make_key(key=row, actor=people.eko())


def test_what_was_refused_is_neither_granted_nor_made():
    row = refuse_key(key=asked(), actor=people.hadi(), at=timezone.now())

    with pytest.raises(DomainError):
        grant_key(key=row, actor=people.hadi(), at=timezone.now())
    with pytest.raises(DomainError):
        make_key(key=row, actor=people.eko())


def test_nobody_grants_what_they_or_whoever_invited_them_asked_for():
    officer = User.objects.create_user(
        "kembaran@contoh.id", name="Kembaran", role=Role.DATA_OFFICER, invited_by=people.eko()
    )
    for person in (people.eko(), officer):
        with pytest.raises(DomainError) as refused:
            grant_key(key=asked(), actor=person, at=timezone.now())
        assert refused.value.code == "not_another"


def test_a_wide_network_from_before_is_not_granted():
    row = asked()
    ServiceKey.objects.filter(pk=row.pk).update(networks=["0.0.0.0/0"])

    with pytest.raises(DomainError) as refused:
        grant_key(key=row, actor=people.hadi(), at=timezone.now())
    assert refused.value.code == "wide_network"


def test_the_database_takes_no_grant_of_whoever_asked():
    row = asked()

    with pytest.raises(IntegrityError), transaction.atomic():
        ServiceKey.objects.filter(pk=row.pk).update(
            granted_by=people.eko(), granted_at=timezone.now()
        )


def test_a_key_without_a_grant_opens_nothing():
    row, key = key_of()
    ServiceKey.objects.filter(pk=row.pk).update(granted_by=None, granted_at=None)

    assert Caller(key).get(LIST).status_code == 401


def test_each_step_stands_in_the_security_log_of_whoever_asked():
    row, _key = make_key(key=granted(), actor=people.eko())
    revoke_key(key=row, actor=people.hadi(), at=timezone.now())

    told = AccountEvent.objects.filter(detail__startswith="SIKS Kenanga: clients:read").order_by(
        "pk"
    )
    assert list(told.values_list("kind", "user", "actor")) == [
        ("key_asked", people.eko().pk, people.eko().pk),
        ("key_granted", people.eko().pk, people.hadi().pk),
        ("key_made", people.eko().pk, people.eko().pk),
        ("key_revoked", people.hadi().pk, people.hadi().pk),
    ]


def test_every_data_officer_is_written_to_and_no_letter_says_which_key():
    other = User.objects.create_user("dua@contoh.id", name="Dua", role=Role.DATA_OFFICER)
    granted()
    for job in Job.objects.filter(kind=KEY_NOTICE):
        perform(job.pk)

    letters = sorted(letter.to[0] for letter in mail.outbox)
    assert letters == sorted([people.hadi().email, other.email] * 2)
    assert {letter.subject for letter in mail.outbox} == {
        "Kunci layanan diminta",
        "Kunci layanan disetujui",
    }
    assert not any("SIKS" in letter.body for letter in mail.outbox)


def test_a_new_key_is_one_of_the_signs_of_the_week():
    granted()

    with acting(nation()):
        found = [(signal.user, signal.times) for signal in signals_of_the_week()]
    assert found == [(people.eko(), 1)]
