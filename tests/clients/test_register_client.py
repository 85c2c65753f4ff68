from dataclasses import replace
from datetime import date, timedelta

import pytest

from clients.enums import CaseStatus, ConsentGiver, EventKind, FamilyRelation, NextStep
from clients.facts import Family
from clients.models import Case, CaseEvent, Client, Consent
from clients.services.intake import register_client
from common.enums import ReadAction
from common.errors import DomainError
from common.models import ReadLog
from common.sealed import index_of
from tests import people
from tests.clients.registering import NIK, facts, identity, without_nik


pytestmark = pytest.mark.django_db


def refused(at, **changes) -> DomainError:
    with pytest.raises(DomainError) as refusal:
        register_client(**facts(people.ani(), **changes), at=at)
    return refusal.value


def minor(today):
    return identity(
        birth_date=today.replace(year=today.year - 17), nik="", nik_missing_reason="child"
    )


def test_a_client_gets_the_next_number_of_the_year(at):
    first = register_client(**facts(people.ani()), at=at)
    second = register_client(**facts(people.ani(), identity=without_nik(name="Dewi")), at=at)

    assert [first.registration_number, second.registration_number] == [
        "KPN-26-00001",
        "KPN-26-00002",
    ]


def test_a_new_case_waits_for_its_screening(at, today):
    client = register_client(**facts(people.ani()), at=at)

    case = client.cases.get()
    assert (case.status, case.is_current, case.opened_on) == (CaseStatus.INTAKE, True, today)
    assert (case.next_step, case.next_due_on) == (
        NextStep.START_SCREENING,
        today + timedelta(days=3),
    )


def test_registering_leaves_one_event(at):
    register_client(**facts(people.ani()), at=at)

    event = CaseEvent.objects.get()
    assert (event.kind, event.actor, event.at) == (EventKind.REGISTERED, people.ani(), at)


def test_consent_is_kept_with_the_text_it_was_given_to(at):
    client = register_client(**facts(people.ani()), at=at)

    consent = client.consents.get()
    assert (consent.text.version, consent.recorded_by) == ("2026.1", people.ani())


def test_the_family_contact_is_kept(at):
    client = register_client(**facts(people.ani()), at=at)

    assert client.family_contacts.get().name == "Aminah"


def test_whoever_has_no_family_is_registered_without_a_contact(at):
    given = facts(people.ani(), identity=identity(no_family=True), family=None)

    client = register_client(**given, at=at)

    assert client.no_family
    assert not client.family_contacts.exists()


def test_a_friend_may_stand_in_for_a_family(at):
    friend = Family("Joko", FamilyRelation.OTHER)
    given = facts(people.ani(), identity=identity(no_family=True), family=friend)

    client = register_client(**given, at=at)

    assert (client.no_family, client.has_family) == (True, False)
    assert client.family_contacts.get().name == "Joko"


def test_nobody_is_registered_with_a_relative_and_without_family(at):
    assert refused(at, identity=identity(no_family=True)).field == "no_family"


def test_a_family_that_is_not_known_is_not_silently_none(at):
    assert refused(at, family=None).field == "family_name"


def test_a_birth_date_in_the_future_is_refused(at, today):
    refusal = refused(at, identity=without_nik(birth_date=today + timedelta(days=1)))

    assert (refusal.code, refusal.field) == ("future_date", "birth_date")


def test_nobody_is_older_than_110(at):
    assert refused(at, identity=without_nik(birth_date=date(1915, 3, 1))).code == "too_old"


def test_a_person_of_110_may_come(at):
    client = register_client(
        **facts(people.ani(), identity=without_nik(birth_date=date(1916, 3, 1))), at=at
    )

    assert client.age_on(at.date()) == 110


def test_consent_cannot_be_given_tomorrow(at, today):
    agreed = replace(facts(people.ani())["agreed"], given_on=today + timedelta(days=1))

    assert refused(at, agreed=agreed).field == "given_on"


def test_consent_cannot_be_older_than_the_person(at):
    agreed = replace(facts(people.ani())["agreed"], given_on=date(1999, 1, 1))

    assert refused(at, agreed=agreed).code == "too_early"


def test_a_minor_cannot_consent_alone(at, today):
    assert refused(at, identity=minor(today)).code == "minor"


def test_a_guardian_consents_for_a_minor(at, today):
    agreed = replace(
        facts(people.ani())["agreed"], given_by=ConsentGiver.GUARDIAN, guardian_name="Aminah"
    )

    client = register_client(**facts(people.ani(), identity=minor(today), agreed=agreed), at=at)

    assert client.consents.get().guardian_name == "Aminah"


def test_a_guardian_has_a_name(at):
    agreed = replace(facts(people.ani())["agreed"], given_by=ConsentGiver.GUARDIAN)

    assert refused(at, agreed=agreed).code == "guardian_unnamed"


def test_the_same_nik_twice_in_an_institution_is_refused_with_the_number(at):
    first = register_client(**facts(people.ani()), at=at)

    refusal = refused(at, identity=identity(name="Orang Lain"))

    assert (refusal.code, refusal.field) == ("nik_in_use", "nik")
    assert first.registration_number in refusal.message


def test_a_colleagues_client_is_not_named_when_their_nik_comes_again(at):
    first = register_client(**facts(people.budi()), at=at)

    refusal = refused(at, identity=identity(name="Orang Lain"))

    assert refusal.code == "nik_in_use"
    assert first.registration_number not in refusal.message


def test_a_nik_that_was_found_at_the_door_is_written_down(at):
    first = register_client(**facts(people.budi()), at=at)
    assert not ReadLog.objects.exists()

    refused(at, identity=identity(name="Orang Lain"))

    row = ReadLog.objects.get()
    assert (row.action, row.user, row.client_ids) == (
        ReadAction.NUMBER,
        people.ani(),
        [first.pk],
    )


def test_who_tried_too_many_niks_registers_nobody_with_one(at):
    for _ in range(30):
        ReadLog.objects.create(user=people.ani(), action=ReadAction.NUMBER, client_ids=[])

    assert refused(at).code == "too_many"
    assert register_client(**facts(people.ani(), identity=without_nik()), at=at)


def test_the_same_nik_in_another_institution_is_not_our_business(at):
    register_client(**facts(people.citra()), at=at)

    client = register_client(**facts(people.ani()), at=at)

    assert Client.objects.filter(nik_index=index_of("nik", NIK)).count() == 2
    assert client.institution == people.melati()


def test_a_second_click_does_not_make_a_second_client(at):
    register_client(**facts(people.ani(), identity=without_nik()), at=at)

    refusal = refused(at + timedelta(seconds=2), identity=without_nik())

    assert refusal.code == "registered_twice"


def test_a_namesake_may_come_an_hour_later(at):
    register_client(**facts(people.ani(), identity=without_nik()), at=at)

    register_client(**facts(people.ani(), identity=without_nik()), at=at + timedelta(hours=1))

    assert Client.objects.count() == 2


def test_a_refusal_leaves_nothing_behind(at, today):
    refused(at, identity=minor(today))

    assert not any(model.objects.exists() for model in (Client, Case, Consent))


def test_who_receives_a_client_for_a_colleague_supports_the_case(at):
    opening = replace(facts(people.ani())["opening"], lead_worker=people.budi())

    client = register_client(**facts(people.ani(), opening=opening), at=at)

    assert client.cases.get().lead_worker == people.budi()
    assert Client.objects.visible_to(people.ani()).contains(client)


def test_an_account_without_institution_registers_nobody(at):
    with pytest.raises(DomainError) as refusal:
        register_client(**facts(people.fitri()), at=at)

    assert refusal.value.code == "no_institution"
