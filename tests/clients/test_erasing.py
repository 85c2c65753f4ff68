"""manage.py erase_client and replay_erasures: the person is forgotten, the coded case stays."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from clients.enums import EventKind
from clients.models import Client
from clients.naming.keys import asked_for
from clients.selectors import clients_with
from clients.services.intake import reopen_case
from clients.services.profile import add_family_contact, edit_client, edit_family_contact
from clients.transitions import tell
from common.errors import DomainError
from common.models import DataKey
from common.sealed import datakeys
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory, FamilyContactFactory
from tests.clients.registering import facts, returning


pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger(tmp_path, settings):
    settings.ERASURE_LEDGER = str(tmp_path / "keys" / "erasures")
    return tmp_path / "keys" / "erasures"


@pytest.fixture
def rian(ledger, at):
    client = ClientFactory(
        name="Rian Saputra", with_nik=True, phone="081234567890", birth_place="Bogor"
    )
    FamilyContactFactory(client=client, name="Aminah")
    case = CaseFactory(client=client, closed=True)
    tell(
        case,
        EventKind.NOTE,
        actor=people.ani(),
        at=at,
        note="Cerita yang rahasia.",
        about="contact",
    )
    return client


def erase(client, *, number="", **options):
    out = io.StringIO()
    options = {"reason": "Permintaan klien", "by": people.ani().email, "yes": True, **options}
    call_command("erase_client", number or client.registration_number, stdout=out, **options)
    return out.getvalue()


def test_the_key_is_gone_and_nothing_sealed_can_be_read(rian):
    told = erase(rian)
    again = Client.objects.get()

    assert "is erased" in told
    assert not DataKey.objects.filter(pk=rian.key_id).exists()
    assert {again.nik, again.phone, again.family_contacts.get().name} == {"(dihapus)"}
    assert {event.note for event in again.cases.get().events.all()} <= {"", "(dihapus)"}


def test_what_names_the_person_is_blank_and_the_coded_case_stays(rian):
    before = (rian.sex, rian.regency_id, rian.cases.get().status)
    erase(rian)
    again = Client.objects.get()

    assert (again.name, again.birth_place, again.nik_index, again.phone_index) == (
        "(dihapus)",
        "",
        "",
        "",
    )
    assert (again.birth_date.isoformat(), again.birth_date_estimated) == ("2000-01-01", True)
    assert (again.sex, again.regency_id, again.cases.get().status) == before


def test_the_timeline_says_that_it_was_done_and_why(rian):
    erase(rian)

    newest = rian.cases.get().events.newest_first()[0]
    assert newest.title == "Data pribadi dihapus: Permintaan klien"


def test_the_ledger_outside_the_database_has_a_line_of_it(rian, ledger):
    erase(rian)
    line = json.loads(ledger.read_text())

    assert (line["number"], line["key_id"]) == (rian.registration_number, str(rian.key_id))
    assert "Rian" not in ledger.read_text()
    assert ledger.stat().st_mode & 0o777 == 0o600


def test_an_open_case_is_closed_first(ledger):
    case = CaseFactory()

    with pytest.raises(CommandError, match="masih terbuka"):
        erase(case.client)
    assert not ledger.exists()


def test_a_person_is_erased_once(rian, ledger):
    erase(rian)

    with pytest.raises(CommandError, match="sudah dihapus"):
        erase(rian)
    assert len(ledger.read_text().splitlines()) == 1


def test_a_ledger_that_cannot_be_written_stops_the_erasure(rian, tmp_path, settings):
    settings.ERASURE_LEDGER = str(tmp_path)

    with pytest.raises(IsADirectoryError):
        erase(rian)
    datakeys.forget_all()
    assert Client.objects.get().phone == "081234567890"


def test_the_number_is_asked_for_again(rian, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda _question: "KPN-00-00000")

    with pytest.raises(CommandError, match="nothing was erased"):
        erase(rian, yes=False)
    assert Client.objects.get().erased_at is None


@pytest.mark.parametrize(
    ("options", "complaint"),
    [({"number": "KPN-00-1"}, "no client"), ({"by": "x@contoh.id"}, "no account")],
)
def test_an_unknown_client_or_account_is_told(rian, options, complaint):
    with pytest.raises(CommandError, match=complaint):
        erase(rian, **options)


def test_an_erased_person_does_not_come_back_under_the_old_number(rian, at):
    erase(rian)
    fresh = returning(people.ani())

    with pytest.raises(DomainError, match="sudah dihapus"):
        reopen_case(client=rian, **fresh, at=at)


def test_nothing_more_is_written_about_an_erased_person(rian, at):
    erase(rian)
    case, family = rian.cases.get(), facts(people.ani())["family"]

    for write in (
        lambda: add_family_contact(case=case, family=family, actor=people.ani(), at=at),
        lambda: edit_client(
            case=case,
            identity=facts(people.ani())["identity"],
            version=1,
            actor=people.ani(),
            at=at,
        ),
        lambda: edit_family_contact(
            case=case,
            contact=rian.family_contacts.get(),
            family=family,
            version=1,
            actor=people.ani(),
            at=at,
        ),
    ):
        with pytest.raises(DomainError, match="sudah dihapus"):
            write()


@pytest.mark.parametrize("page", ["clients:file", "clients:profile", "care:aftercare"])
def test_the_pages_of_an_erased_person_still_open(rian, client, page):
    erase(rian)
    client.force_login(people.ani())
    answer = client.get(reverse(page, args=[rian.pk]))

    assert answer.status_code == 200
    assert "Rian" not in answer.content.decode()


def test_what_a_restored_backup_brings_back_is_erased_again(rian):
    kept = Client.objects.filter(pk=rian.pk).values().get()
    key = DataKey.objects.filter(pk=rian.key_id).values().get()
    erase(rian)
    names = ("name", "nik_index", "nik_missing_reason", "birth_date", "birth_place", "erased_at")
    Client.objects.filter(pk=rian.pk).update(**{name: kept[name] for name in names})
    DataKey.objects.create(**key)
    out = io.StringIO()
    call_command("replay_erasures", stdout=out)

    assert "1 erasures in the ledger, 1 of them had to be repeated." in out.getvalue()
    assert Client.objects.get().name == "(dihapus)"
    assert not DataKey.objects.filter(pk=rian.key_id).exists()


def test_replaying_where_all_are_gone_repeats_nothing(rian):
    erase(rian)
    out = io.StringIO()
    call_command("replay_erasures", stdout=out)

    assert "1 erasures in the ledger, 0 of them" in out.getvalue()


def test_nobody_is_found_by_what_is_erased(rian):
    FamilyContactFactory(client=rian, phone="085711112222")
    erase(rian)

    assert not Client.objects.filter(keys_index__found=asked_for("rian", loosely=True)).exists()
    for phone in ("081234567890", "085711112222"):
        assert clients_with(people.budi(), phone=phone) == []
        assert clients_with(people.budi(), phone_end=phone[-5:]) == []
