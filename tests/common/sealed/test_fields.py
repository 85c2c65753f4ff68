"""The field on real rows: a client (its own key), a contact and an event (their client's key)."""

import copy
import pickle

import pytest
from django.apps import apps
from django.core.exceptions import FieldError, ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from clients.enums import EventKind
from clients.models import CaseEvent, Client, FamilyContact
from clients.transitions import tell
from common.models import DataKey
from common.sealed import Erased, KeyAlong, SealBroken, Sealed, datakeys, index_of, preload
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory, FamilyContactFactory


pytestmark = pytest.mark.django_db
ClientHistory = apps.get_model("clients", "ClientHistory")
FamilyContactHistory = apps.get_model("clients", "FamilyContactHistory")
PHONE = "081298765432"


@pytest.fixture(autouse=True)
def _nobody_is_remembered():
    datakeys.forget_all()
    yield
    datakeys.forget_all()


def stored(row, column: str) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {row._meta.db_table} WHERE id = %s", [row.pk])
        return bytes(cursor.fetchone()[0])


def put(row, column: str, data: bytes) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {row._meta.db_table} SET {column} = %s WHERE id = %s", [data, row.pk]
        )


def test_a_text_is_stored_sealed_and_read_plain():
    client = ClientFactory(phone=PHONE, address="Jalan Mawar 1 · é")

    assert PHONE.encode() not in stored(client, "phone")
    assert (Client.objects.get().phone, Client.objects.get().address) == (
        PHONE,
        "Jalan Mawar 1 · é",
    )


def test_the_rows_of_a_client_are_sealed_with_the_clients_key():
    contact = FamilyContactFactory(name="Aminah")

    assert FamilyContact.objects.get().name == "Aminah"
    assert DataKey.objects.get().pk == contact.client.key_id


def test_an_empty_text_is_stored_as_nothing():
    assert stored(ClientFactory(phone=""), "phone") == b""
    assert Client.objects.get().phone == ""


def test_the_same_text_is_never_sealed_the_same_way_twice():
    one, other = FamilyContactFactory(name="Aminah"), FamilyContactFactory(name="Aminah")

    assert stored(one, "name") != stored(other, "name")


def test_a_value_moved_to_another_client_is_refused():
    one, other = ClientFactory(phone=PHONE), ClientFactory(phone="0812000000")
    put(other, "phone", stored(one, "phone"))

    with pytest.raises(SealBroken):
        _ = Client.objects.get(pk=other.pk).phone


def test_a_contact_moved_to_another_client_is_refused():
    contact = FamilyContactFactory()
    FamilyContact.objects.update(client=ClientFactory())

    with pytest.raises(SealBroken):
        _ = FamilyContact.objects.get(pk=contact.pk).name


def test_a_value_moved_to_another_column_is_refused():
    client = ClientFactory(phone=PHONE)
    put(client, "address", stored(client, "phone"))

    with pytest.raises(SealBroken):
        _ = Client.objects.get().address


@pytest.mark.parametrize("place", [0, 15, -1])
def test_a_value_that_was_tampered_with_is_refused(place):
    client = ClientFactory(phone=PHONE)
    data = bytearray(stored(client, "phone"))
    data[place] ^= 1
    put(client, "phone", bytes(data))

    with pytest.raises(SealBroken):
        _ = Client.objects.get().phone


@pytest.mark.parametrize("data", [b"x", PHONE.encode()])
def test_what_is_too_short_or_was_never_sealed_is_refused(data):
    put(ClientFactory(), "phone", data)

    with pytest.raises(SealBroken):
        _ = Client.objects.get().phone


def test_another_clients_key_under_this_ones_name_is_refused():
    one, other = ClientFactory(phone=PHONE), ClientFactory()
    theirs = DataKey.objects.get(pk=other.key_id)
    DataKey.objects.filter(pk=one.key_id).update(kek=theirs.kek, wrapped=theirs.wrapped)
    datakeys.forget_all()

    with pytest.raises(SealBroken):
        _ = Client.objects.get(pk=one.pk).phone


def test_without_its_key_a_value_reads_as_erased():
    ClientFactory(phone=PHONE)
    DataKey.objects.all().delete()
    datakeys.forget_all()
    Client.objects.update(erased_at=timezone.now())
    phone = Client.objects.get().phone

    assert isinstance(phone, Erased)
    assert phone == "(dihapus)"


def test_a_key_out_of_reach_is_not_taken_for_an_erasure():
    ClientFactory(phone=PHONE)
    DataKey.objects.all().delete()
    datakeys.forget_all()

    with pytest.raises(SealBroken, match="out of reach"):
        str(Client.objects.get().phone)


def test_saving_an_erased_row_keeps_what_is_stored():
    client = ClientFactory(phone=PHONE)
    before = stored(client, "phone")
    datakeys.destroy([client.key_id])
    Client.objects.update(erased_at=timezone.now())
    client = Client.objects.get()
    assert client.phone == "(dihapus)"
    client.save()

    assert stored(client, "phone") == before


def test_nothing_more_is_sealed_for_an_erased_person():
    client = ClientFactory()
    datakeys.destroy([client.key_id])

    with pytest.raises(SealBroken, match="destroyed"):
        FamilyContactFactory(client=client)


@pytest.mark.parametrize("is_read", [True, False])
def test_saving_what_was_not_changed_changes_nothing(is_read):
    before = stored(ClientFactory(phone=PHONE), "phone")
    client = Client.objects.get()
    if is_read:
        client.phone = str(client.phone)
        client.full_clean()
    client.save()

    assert stored(client, "phone") == before


def test_a_changed_text_is_sealed_anew():
    client = ClientFactory(phone=PHONE)
    client.phone = "0812000000"
    client.save(update_fields=["phone"])

    assert Client.objects.get().phone == "0812000000"


def test_refreshing_and_saving_changes_nothing():
    client = ClientFactory(phone=PHONE)
    before = stored(client, "phone")
    client.phone = "0000000000"
    client.refresh_from_db()
    client.save()

    assert (client.phone, stored(client, "phone")) == (PHONE, before)


def test_a_deferred_text_is_fetched_when_it_is_read():
    ClientFactory(phone=PHONE)

    assert Client.objects.defer("phone").get().phone == PHONE
    assert Client.objects.only("name").get().phone == PHONE


def test_a_text_carried_to_another_row_is_sealed_with_that_ones_key():
    one, other = ClientFactory(phone=PHONE), ClientFactory()
    other.phone = one.phone
    other.address = one.phone
    other.save()
    again = Client.objects.get(pk=other.pk)

    assert (again.phone, again.address) == (PHONE, PHONE)


@pytest.mark.parametrize("twin", [copy.deepcopy, lambda row: pickle.loads(pickle.dumps(row))])
def test_a_copy_of_an_object_keeps_its_texts(twin):
    ClientFactory(phone=PHONE)
    client = Client.objects.get()
    assert client.phone == PHONE

    assert twin(client).phone == PHONE


@pytest.mark.parametrize(
    "lookup",
    [
        {"phone": PHONE},
        {"phone__exact": ""},
        {"phone__icontains": "0812"},
        {"phone__in": [PHONE]},
        {"phone__startswith": "08"},
        {"phone__gt": "0"},
        {"phone__length": 3},
        {"family_contacts__name": "Aminah"},
        {"cases__events__note__contains": "rahasia"},
    ],
)
def test_every_search_in_a_sealed_text_is_refused(lookup):
    with pytest.raises(FieldError, match="is sealed and cannot be searched"):
        Client.objects.filter(**lookup)


def test_whether_there_is_a_value_at_all_may_be_asked():
    ClientFactory()

    assert Client.objects.filter(phone__isnull=False).count() == 1


def test_an_update_of_many_rows_cannot_seal():
    ClientFactory()

    with pytest.raises(FieldError, match="set it on the object"):
        Client.objects.update(phone=PHONE)


def test_a_bulk_update_cannot_seal():
    client = ClientFactory()
    client.phone = PHONE

    with pytest.raises(FieldError, match="set it on the object"):
        Client.objects.bulk_update([client], ["phone"])


def test_an_update_of_many_rows_may_empty():
    ClientFactory(phone=PHONE)
    Client.objects.update(phone="")

    assert Client.objects.get().phone == ""


def test_rows_made_in_bulk_are_sealed_each_with_its_owners_key():
    contacts = [FamilyContactFactory.build(client=ClientFactory(), name=name) for name in "AB"]
    FamilyContact.objects.bulk_create(contacts)

    assert [row.name for row in FamilyContact.objects.order_by("pk")] == ["A", "B"]


def test_people_made_in_bulk_have_a_key_and_an_index():
    ready = ClientFactory.build(
        registered_by=people.ani(), regency=ClientFactory().regency, phone=PHONE
    )
    Client.objects.bulk_create([ready])

    assert Client.objects.get(phone_index=index_of("tel", PHONE)).phone == PHONE


def test_a_sealed_value_that_nobody_opened_is_not_printed():
    ClientFactory(phone=PHONE)
    value = Client.objects.values_list("phone", flat=True).get()

    assert isinstance(value, Sealed)
    with pytest.raises(TypeError, match="read it as an attribute"):
        str(value)


def test_cleaning_knows_the_longest_text():
    client = ClientFactory(phone="0" * 31)

    with pytest.raises(ValidationError, match="30"):
        client.full_clean()


def test_cleaning_sees_a_number_that_is_taken():
    ClientFactory(with_nik=True, nik="3271011503000004")
    twin = ClientFactory()
    twin.nik, twin.nik_missing_reason = "3271011503000004", ""

    with pytest.raises(ValidationError, match="client_unique_nik_in_institution"):
        twin.full_clean()


def test_a_form_asks_for_a_line_or_for_a_text():
    line = Client._meta.get_field("phone").formfield()
    text = CaseEvent._meta.get_field("note").formfield()

    assert (line.max_length, line.widget.input_type) == (30, "text")
    assert not hasattr(text.widget, "input_type")


def test_the_index_follows_its_number():
    client = ClientFactory(phone=PHONE)
    client.phone = "0812000000"
    client.save(update_fields=["phone"])

    assert Client.objects.get().phone_index == index_of("tel", "0812000000")


def test_an_object_saved_again_after_its_rollback_keeps_what_it_says():
    client = ClientFactory.build(
        registered_by=people.ani(), regency=ClientFactory().regency, phone=PHONE
    )
    with transaction.atomic():
        client.save()
        transaction.set_rollback(True)
    client.pk = None
    client.save()
    datakeys.forget_all()

    assert Client.objects.get(pk=client.pk).phone == PHONE


def test_the_keys_of_a_list_come_with_one_query():
    for number in range(100):
        FamilyContactFactory(phone=f"0812{number:06d}")
    datakeys.forget_all()
    with CaptureQueriesContext(connection) as asked:
        rows = list(FamilyContact.objects.select_related("client"))
        preload(row.client.key_id for row in rows)
        phones = {row.phone for row in rows}

    assert (len(asked), len(phones)) == (2, 100)


def test_a_key_that_came_with_its_row_is_not_asked_for():
    FamilyContactFactory(phone=PHONE)
    datakeys.forget_all()
    rows = FamilyContact.objects.select_related("client").annotate(key=KeyAlong("client__key_id"))
    with CaptureQueriesContext(connection) as asked:
        row = rows.get()
        assert row.phone == PHONE

    assert (len(asked), row.key) == (1, row.client.key_id)


def test_with_a_row_comes_no_key_that_has_been_destroyed():
    client = ClientFactory()
    datakeys.destroy([client.key_id])

    assert Client.objects.annotate(key=KeyAlong("key_id")).get().key is None


def test_keys_are_forgotten_when_the_request_is_over(client):
    datakeys.preload([ClientFactory(phone=PHONE).key_id])
    client.get("/kesehatan/")
    with CaptureQueriesContext(connection) as asked:
        assert Client.objects.get().phone == PHONE

    assert len(asked) == 2


def test_a_note_is_opened_with_the_key_of_the_person_it_is_about(at):
    case = CaseFactory()
    tell(case, EventKind.NOTE, actor=people.ani(), at=at, note="Rahasia.", about="contact")

    assert b"Rahasia" not in stored(CaseEvent.objects.get(), "note")
    assert CaseEvent.objects.get().note == "Rahasia."


def test_a_copy_in_the_history_is_as_sealed_as_its_row_and_opens_with_the_same_key():
    client = ClientFactory(phone=PHONE)
    copied = ClientHistory.objects.filter(id=client.pk).latest("pgh_id")

    assert bytes(ClientHistory.objects.values_list("phone", flat=True).first()) == stored(
        client, "phone"
    )
    assert copied.phone == PHONE
    datakeys.destroy([client.key_id])
    with pytest.raises(SealBroken):
        _ = ClientHistory.objects.get(pk=copied.pk).phone
    Client.objects.update(erased_at=client.registered_at)
    assert isinstance(ClientHistory.objects.get(pk=copied.pk).phone, Erased)


def test_a_copy_of_a_contact_opens_with_its_clients_key():
    FamilyContactFactory(name="Aminah")

    assert FamilyContactHistory.objects.get().name == "Aminah"
