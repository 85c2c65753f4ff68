"""Row B16: a list leaves the house with what this person is shown, for a purpose, and is written down."""

import datetime as dt

import pytest

from accounts.enums import Role
from clients.models import Client
from common.enums import JobStatus, ReadAction
from common.errors import DomainError
from common.jobs import perform
from common.models import Job, ReadLog
from common.templatetags.ui import moment
from exports.enums import EXPORT_NOTICE, Format
from exports.models import ALONE, Export
from exports.services.asking import MOST_ROWS, answer_export, demand_bearable
from exports.services.making import purge_exports
from files import keeping
from files.models import StoredFile
from tests import people
from tests.clients.factories import BreakGlassFactory, CaseFactory, ClientFactory, ShareFactory
from tests.exports.taking import (
    REASON,
    as_book,
    as_csv,
    asked,
    cells_of,
    content_of,
    people_of,
    taken,
)


pytestmark = pytest.mark.django_db

ADDRESS = 'HYPERLINK("http://contoh.id")'


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Files of these tests lie in a folder of their own."""
    settings.STORAGES = {
        **settings.STORAGES,
        "files": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        },
    }
    return tmp_path


def case_of(**client):
    return CaseFactory(client=ClientFactory(**client))


# What stands in it


def test_the_sheet_is_read_back_with_everybody_of_the_list(at):
    case_of(name="Rian Saputra", phone="081234567890")

    sheet = as_book(taken(people.ani(), at, file_format=Format.XLSX)).worksheets[0]
    head, row = [[cell.value for cell in line] for line in sheet.iter_rows()]

    shown = dict(zip(head, row, strict=True))
    assert (shown["Nama"], shown["Telepon"]) == ("Rian Saputra", "081234567890")
    assert shown["Tanggal lahir"].date() == dt.date(2000, 3, 15)


def test_the_sheet_says_who_took_it_when_why_and_narrowed_to_what(at):
    CaseFactory()
    query = {"tahap": "waiting_screening"}

    export = taken(people.ani(), at, file_format=Format.XLSX, query=query)
    book = as_book(export)

    about = dict(row for row in book.worksheets[1].iter_rows(values_only=True))
    assert about["Dibuat oleh"].startswith("Ani Lestari, ")
    assert about["Waktu"] == moment(export.made_at)
    assert about["Keperluan"] == f"Pemantauan dan evaluasi: {REASON}"
    assert about["Saringan"] == "Menunggu skrining"


def test_a_csv_says_the_same_in_its_first_line_and_begins_with_a_mark_of_utf_8(at):
    CaseFactory()

    export = taken(people.ani(), at)

    assert content_of(export).startswith(b"\xef\xbb\xbf")
    [first] = as_csv(export)[0]
    assert first.startswith("# Daftar: Klien · ")
    assert "Ani Lestari" in first
    assert REASON in first


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", " ="])
@pytest.mark.parametrize("file_format", Format.values)
def test_no_cell_is_a_formula(begins, file_format, at):
    name = f"{begins}{ADDRESS}"
    case_of(name=name)

    export = taken(people.ani(), at, file_format=file_format, reason=f"{begins}1+1 untuk rapat")

    if file_format == Format.CSV:
        written = [cell for row in as_csv(export) for cell in row]
    else:
        cells = cells_of(as_book(export))
        assert {cell.data_type for cell in cells} <= {"s", "d", "n"}
        written = [str(cell.value) for cell in cells if cell.value is not None]
    assert [cell for cell in written if cell.lstrip().startswith(tuple("=+-@＝＋－＠"))] == []
    assert any(cell.startswith("'") and cell.endswith(ADDRESS) for cell in written)


def test_a_telephone_stays_text_in_a_csv(at):
    case_of(phone="081234567890")

    [row] = people_of(taken(people.ani(), at))

    assert row["Telepon"] == "'081234567890"


def test_the_same_filters_hold_as_on_the_page(at):
    case_of(name="Rian Saputra")
    case_of(name="Sari Dewi")

    found = people_of(taken(people.ani(), at, query={"cari": "sari"}))

    assert [row["Nama"] for row in found] == ["Sari Dewi"]


# Whom it shows, and how


def test_at_home_all_but_the_number_is_open(at):
    case_of(nik="3271011503000001", nik_missing_reason="", phone="0812", address="Jalan Melati 3")

    [row] = people_of(taken(people.ani(), at))

    assert (row["NIK"], row["Telepon"]) == ("3271••••••••0001", "'0812")
    assert (row["Alamat"], row["Tanggal lahir"]) == ("Jalan Melati 3", "2000-03-15")


def test_auditors_take_the_masks_along(at):
    case_of(nik="3271011503000001", nik_missing_reason="", phone="0812", address="Jalan Melati 3")

    [row] = people_of(taken(people.gita(), at))

    assert (row["NIK"], row["Telepon"]) == ("3271••••••••0001", "•••")
    assert (row["Alamat"], row["Tanggal lahir"]) == ("•••", "•••")


def test_whoever_broke_the_glass_takes_what_an_emergency_shows(at):
    case = case_of(phone="0812")
    BreakGlassFactory(client=case.client, user=people.citra())

    [row] = people_of(taken(people.citra(), at))

    assert row["Telepon"] == "'0812"


def test_a_guest_institution_takes_those_who_are_shared_with_it(at):
    case = case_of(name="Rian Saputra")
    case_of(name="Sari Dewi")
    ShareFactory(client=case.client, institution=people.kenanga())

    assert [row["Nama"] for row in people_of(taken(people.eko(), at))] == ["Rian Saputra"]


def test_a_social_worker_takes_the_own_caseload_and_no_more(at):
    case_of(registered_by=people.budi())
    mine = CaseFactory()

    found = people_of(taken(people.ani(), at))

    assert [row["Nomor klien"] for row in found] == [mine.client.registration_number]


# What is written down


def test_everybody_in_it_is_written_down_with_the_purpose(at):
    clients = {CaseFactory().client_id for _ in range(3)}

    taken(people.ani(), at)

    row = ReadLog.objects.get(action=ReadAction.EXPORT)
    assert set(row.client_ids) == clients
    assert row.purpose == f"Pemantauan dan evaluasi: {REASON}"
    assert (row.user, row.role, row.ip) == (people.ani(), Role.SOCIAL_WORKER, "127.0.0.1")


def test_what_cannot_be_written_down_is_not_handed_out(at, monkeypatch):
    CaseFactory()
    row = asked(people.ani(), at)
    monkeypatch.setattr("exports.services.making.log_read", refuse)

    perform(row.job_id)

    assert Export.objects.get().file_id is None
    assert not StoredFile.objects.exists()


def refuse(*_facts):
    raise RuntimeError("the log is full")


def test_what_was_searched_for_is_hidden_in_the_database(at):
    case_of(name="Rian Saputra")

    export = asked(people.ani(), at, query={"cari": "Rian"})

    assert "Rian" not in export.query
    assert export.question == {"cari": "Rian"}


def test_the_file_is_sealed_where_it_lies(at, folder):
    case_of(name="Rian Saputra")

    export = taken(people.ani(), at)

    [lies] = [path for path in folder.rglob("*") if path.is_file()]
    assert b"Rian" not in lies.read_bytes()
    assert "Rian" in content_of(export).decode()


# When it is refused


def test_an_empty_list_is_told(at):
    with pytest.raises(DomainError, match="kosong"):
        asked(people.ani(), at)


def test_whoever_has_lost_the_list_meanwhile_gets_no_file(at):
    CaseFactory()
    row = asked(people.ani(), at)
    ani = people.ani()
    ani.is_active = False
    ani.save()

    perform(row.job_id)

    row.refresh_from_db()
    assert (row.file_id, row.job.status) == (None, JobStatus.FAILED)


@pytest.mark.parametrize(
    ("who", "told"), [(people.ani, "2.000"), (people.budi, "10.000"), (people.gita, "20.000")]
)
def test_who_asks_for_more_rows_than_their_role_takes_is_told_how_many(who, told):
    most = int(told.replace(".", ""))
    found = [(number, ()) for number in range(most + 1)]

    demand_bearable(who(), found[:most])
    with pytest.raises(DomainError, match=told):
        demand_bearable(who(), found)


def test_every_role_has_its_most():
    assert set(MOST_ROWS) == set(Role)


# More than 500 people


@pytest.fixture
def many():
    template = ClientFactory()
    clients = ClientFactory.build_batch(
        ALONE, registered_by=people.ani(), institution=people.melati(), regency=template.regency
    )
    Client.objects.bulk_create(clients)
    cases = CaseFactory.build_batch(ALONE)
    for case, client in zip(cases, clients, strict=True):
        case.client, case.institution, case.lead_worker = client, client.institution, people.ani()
    CaseFactory._meta.model.objects.bulk_create(cases)
    return template


def test_500_people_leave_by_one_word(many, at):
    assert not asked(people.budi(), at).needs_consent


def test_501_people_leave_only_when_another_has_agreed(many, at):
    CaseFactory(client=many)

    export = asked(people.budi(), at)

    assert (export.people, export.needs_consent, export.job_id) == (501, True, None)
    answer_export(export=export, agree=True, note="", actor=people.hadi(), at=at)
    export.refresh_from_db()
    perform(export.job_id)
    export.refresh_from_db()
    assert (export.people, export.answered_by) == (501, people.hadi())
    assert content_of(export)


def test_those_who_may_agree_are_told_by_mail_and_of_nobody(many, at, mailoutbox):
    CaseFactory(client=many)
    asked(people.ani(), at)

    perform(Job.objects.get(kind=EXPORT_NOTICE).pk)

    assert {mail.to[0] for mail in mailoutbox} == {people.budi().email, people.hadi().email}
    assert all(many.name not in mail.body and REASON not in mail.body for mail in mailoutbox)


def test_nobody_agrees_to_their_own(many, at):
    CaseFactory(client=many)
    export = asked(people.budi(), at)

    with pytest.raises(DomainError, match="Harus orang lain"):
        answer_export(export=export, agree=True, note="", actor=people.budi(), at=at)


def test_refused_is_not_made_and_says_why(many, at):
    CaseFactory(client=many)
    export = asked(people.budi(), at)

    with pytest.raises(DomainError, match="alasan menolak"):
        answer_export(export=export, agree=False, note="", actor=people.hadi(), at=at)
    answer_export(export=export, agree=False, note="Persempit.", actor=people.hadi(), at=at)

    export.refresh_from_db()
    assert (export.is_refused, export.job_id) == (True, None)


def test_a_list_that_grew_past_500_meanwhile_is_not_made(many, at):
    export = asked(people.budi(), at)
    CaseFactory(client=many)

    perform(export.job_id)

    export.refresh_from_db()
    assert export.file_id is None
    assert "lebih dari 500 orang" in export.job.message


# The end of the day


def test_the_file_goes_after_24_hours_and_its_key_with_it(
    at, folder, django_capture_on_commit_callbacks
):
    CaseFactory()
    export = taken(people.ani(), at)
    made = export.made_at

    assert purge_exports(at=made + dt.timedelta(hours=23, minutes=59)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert purge_exports(at=made + dt.timedelta(hours=24)) == 1

    export.refresh_from_db()
    assert (export.file_id, export.query) == (None, "")
    assert not StoredFile.objects.exists()
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_a_newer_key_file_opens_what_was_made_before(at):
    CaseFactory()
    export = taken(people.ani(), at)

    keeping.hide_keys_again()

    assert content_of(Export.objects.get(pk=export.pk))
