from dataclasses import replace

import pytest

from clients.enums import EventKind
from clients.facts import Family
from clients.models import CaseEvent, Client
from clients.services.profile import add_family_contact, edit_client, edit_family_contact
from common.enums import ReadAction
from common.errors import DomainError
from common.models import ReadLog
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory, FamilyContactFactory
from tests.clients.registering import identity


pytestmark = pytest.mark.django_db

MOTHER = Family("Aminah", "mother", phone="0812345678", is_guardian=True)


@pytest.fixture
def case():
    facts = identity()
    columns = {name: getattr(facts, name) for name in facts.__slots__}
    return CaseFactory(client=ClientFactory(**columns))


def edit(case, at, version=1, **changes) -> Client:
    facts = replace(identity(), **changes)
    return edit_client(case=case, identity=facts, version=version, actor=people.ani(), at=at)


def test_a_change_is_saved(case, at):
    edit(case, at, occupation="Penjahit")

    case.client.refresh_from_db()
    assert case.client.occupation == "Penjahit"


def test_the_timeline_names_the_fields_and_not_the_values(case, at):
    edit(case, at, occupation="Penjahit", address="Jalan Mawar 1")

    event = CaseEvent.objects.get()
    assert event.kind == EventKind.PROFILE_CHANGED
    assert "alamat" in event.words
    assert "pekerjaan" in event.words
    assert "Penjahit" not in event.words
    assert "Mawar" not in event.words


def test_saving_the_same_facts_leaves_no_trace(case, at):
    edit(case, at)

    assert not CaseEvent.objects.exists()


def test_a_nik_of_another_client_is_refused(case, at):
    ClientFactory(nik="3271011503000005", nik_missing_reason="")

    with pytest.raises(DomainError) as refusal:
        edit(case, at, nik="3271011503000005")

    assert refusal.value.code == "nik_in_use"


def asked():
    rows = ReadLog.objects.filter(action=ReadAction.NUMBER).order_by("pk")
    return list(rows.values_list("user", "client_ids"))


def test_a_nik_that_was_tried_in_a_file_is_written_down_with_whom_it_found(case, at):
    other = ClientFactory(
        registered_by=people.budi(), nik="3271011503000005", nik_missing_reason=""
    )

    with pytest.raises(DomainError):
        edit(case, at, nik="3271011503000005")
    edit(case, at, nik="3271011503000006")

    assert asked() == [(people.ani().pk, [other.pk]), (people.ani().pk, [])]


def test_a_change_that_leaves_the_nik_asks_about_nobody(case, at):
    edit(case, at, occupation="Penjahit")

    assert asked() == []


def test_a_nik_is_tried_thirty_times_an_hour(case, at):
    for _ in range(30):
        ReadLog.objects.create(user=people.ani(), action=ReadAction.NUMBER, client_ids=[])

    with pytest.raises(DomainError) as refusal:
        edit(case, at, nik="3271011503000005")
    edit(case, at, occupation="Penjahit")

    assert (refusal.value.code, refusal.value.field) == ("too_many", "nik")


def test_a_birth_date_in_the_future_is_refused(case, at, today):
    with pytest.raises(DomainError) as refusal:
        edit(case, at, birth_date=today.replace(year=today.year + 1))

    assert refusal.value.field == "birth_date"


def test_a_family_contact_is_added_with_one_event(case, at):
    add_family_contact(case=case, family=MOTHER, actor=people.ani(), at=at)

    assert case.client.family_contacts.get().name == "Aminah"
    assert CaseEvent.objects.get().title == "Kontak keluarga ditambahkan"


def test_a_family_contact_is_changed_with_one_event(case, at):
    contact = FamilyContactFactory(client=case.client)

    edit_family_contact(
        case=case, contact=contact, family=MOTHER, version=1, actor=people.ani(), at=at
    )

    contact.refresh_from_db()
    assert contact.phone == "0812345678"
    assert "telepon" in CaseEvent.objects.get().words


def test_somebody_of_the_family_who_is_found_ends_no_family(case, at):
    edit(case, at, no_family=True)

    add_family_contact(case=case, family=MOTHER, actor=people.ani(), at=at)

    case.client.refresh_from_db()
    assert (case.client.no_family, case.client.has_family) == (False, True)


def test_a_friend_who_is_written_down_leaves_no_family_as_it_is(case, at):
    edit(case, at, no_family=True)

    add_family_contact(case=case, family=Family("Joko", "other"), actor=people.ani(), at=at)

    case.client.refresh_from_db()
    assert (case.client.no_family, case.client.has_family) == (True, False)


def test_a_friend_who_turns_out_to_be_an_uncle_ends_no_family(case, at):
    edit(case, at, no_family=True)
    contact = FamilyContactFactory(client=case.client, relation="other")

    edit_family_contact(
        case=case,
        contact=contact,
        family=Family("Joko", "relative"),
        version=1,
        actor=people.ani(),
        at=at,
    )

    case.client.refresh_from_db()
    assert not case.client.no_family


def test_a_known_family_cannot_be_denied(case, at):
    FamilyContactFactory(client=case.client)

    with pytest.raises(DomainError) as refusal:
        edit(case, at, no_family=True)

    assert refusal.value.field == "no_family"
