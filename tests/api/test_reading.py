"""What is told of rows, to whom, and what of it is written down."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.enums import Role
from common.enums import ReadAction
from common.models import ReadLog
from common.sealed import datakeys
from tests import people
from tests.api.calling import READS, key_of, machine, person
from tests.care.factories import PlacementFactory
from tests.clients.factories import CaseFactory, ClientFactory, FamilyContactFactory, ShareFactory
from tests.partners.factories import AgreementFactory
from tests.reports.factories import ReportFactory
from tests.screening.factories import finished


pytestmark = pytest.mark.django_db
NIK = "3271011503000004"


def a_client():
    return ClientFactory(
        nik=NIK, nik_missing_reason="", phone="081234567890", address="Jalan Mawar 1"
    )


# An address for each kind of row about a person, and the client it is about; all kept by Sentra Melati.
def of_client():
    case = CaseFactory(client=a_client())
    return f"klien/{case.client_id}/", case.client


def of_case():
    case = CaseFactory(client=a_client())
    return f"kasus/{case.pk}/", case.client


def of_screening():
    row = finished()
    return f"skrining/{row.pk}/", row.case.client


def of_placement():
    row = PlacementFactory(shared=False)
    return f"penempatan/{row.pk}/", row.client


PERSONAL = (of_client, of_case, of_screening, of_placement)
LISTS = ("klien/", "kasus/", "skrining/", "penempatan/")


@pytest.mark.parametrize("row", PERSONAL)
def test_the_institution_that_keeps_a_row_reads_it(row):
    path, _client = row()

    assert machine().get(path).status_code == 200


@pytest.mark.parametrize("row", PERSONAL)
@pytest.mark.parametrize(
    "stranger",
    [
        lambda: machine(institution=people.kenanga()),
        lambda: machine(Role.SOCIAL_WORKER),
        lambda: machine(Role.IPWL_STAFF, people.harapan()),
        lambda: person(people.citra()),
        lambda: person(people.dewi()),
        lambda: person(people.fitri()),
    ],
)
def test_to_a_stranger_it_does_not_exist(row, stranger):
    path, _client = row()
    caller = stranger()

    answer = caller.get(path)

    assert answer.status_code == 404
    assert answer.json()["code"] == "not_found"
    assert not ReadLog.objects.exists()


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("row", PERSONAL)
def test_a_stranger_finds_nobody_in_the_lists(path, row):
    row()

    assert machine(institution=people.kenanga()).get(path).json()["results"] == []


@pytest.mark.parametrize("path", LISTS)
def test_the_ministry_has_no_lists_of_people(path):
    assert person(people.fitri()).get(path).status_code == 403


def test_a_receiver_reads_while_the_share_lasts():
    path, client = of_client()
    share = ShareFactory(client=client)
    receiver = machine(institution=people.kenanga())
    assert receiver.get(path).status_code == 200

    share.ends_on = timezone.localdate() - timedelta(days=1)
    share.save()

    assert receiver.get(path).status_code == 404


@pytest.mark.parametrize("row", PERSONAL)
def test_an_auditors_key_reads_the_whole_country(row):
    path, _client = row()

    assert machine(Role.AUDITOR).get(path).status_code == 200


@pytest.mark.parametrize("row", PERSONAL)
def test_whoever_is_shown_is_written_down(row):
    path, client = row()

    machine().get(path)

    log = ReadLog.objects.get()
    assert (log.action, log.client_ids) == (ReadAction.API, [client.pk])
    assert log.user.is_service


def test_a_list_is_written_down_with_everybody_in_it():
    shown = {CaseFactory().client_id for _ in range(3)}

    machine().get("klien/")

    assert set(ReadLog.objects.get().client_ids) == shown


def test_nik_phone_and_address_are_masked():
    path, client = of_client()
    FamilyContactFactory(client=client, address="Jalan Melati 2")

    told = machine(scopes=READS).get(path).json()

    assert (told["nik"], told["phone"], told["address"]) == ("3271••••••••0004", "•••", "•••")
    assert (told["family_contacts"][0]["phone"], told["family_contacts"][0]["address"]) == (
        "•••",
        "•••",
    )


def test_a_scope_of_its_own_shows_them_but_for_what_the_staff_see_masked():
    path, _client = of_client()

    told = machine(scopes=[*READS, "clients:identity"]).get(path).json()

    assert (told["nik"], told["phone"], told["address"]) == (
        "3271••••••••0004",
        "081234567890",
        "Jalan Mawar 1",
    )


def test_a_person_sees_them_masked_too():
    path, _client = of_client()

    assert NIK not in person(people.ani()).get(path).content.decode()


@pytest.mark.parametrize("path", LISTS)
def test_no_list_holds_a_nik_or_a_phone_number(path):
    for row in PERSONAL:
        row()
        break

    text = machine(scopes=READS).get(path).content.decode()

    assert NIK not in text
    assert "081234567890" not in text


def test_a_list_goes_on_where_it_stopped_whatever_came_in_between():
    first = [CaseFactory().pk for _ in range(4)]
    caller = machine()
    page = caller.get("kasus/?size=2").json()
    CaseFactory()

    rest = caller.browser.get(page["next"], headers=caller.headers).json()

    told = [row["id"] for row in page["results"] + rest["results"]]
    assert told == sorted(first, reverse=True)
    assert rest["next"] is None


def test_a_page_has_25_rows_and_100_at_most():
    for _ in range(26):
        CaseFactory()
    caller = machine()

    assert len(caller.get("kasus/").json()["results"]) == 25
    assert len(caller.get("kasus/?size=100").json()["results"]) == 26
    assert caller.get("kasus/?size=101").status_code == 400


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("kasus/", "status=in_service"),
        ("penempatan/", "status=active"),
        ("skrining/", "status=draft"),
        ("klien/", "registration_number=KPN-99-99999"),
        ("perjanjian/", "kind=mou"),
        ("laporan/", "month=2020-01-01"),
    ],
)
def test_a_list_is_narrowed_by_what_is_asked(path, query):
    PlacementFactory()
    finished()
    AgreementFactory()
    ReportFactory()
    caller = machine(Role.AUDITOR)

    assert caller.get(path).json()["results"]
    assert caller.get(f"{path}?{query}").json()["results"] == []


@pytest.mark.parametrize("path", [*LISTS, "perjanjian/", "laporan/"])
@pytest.mark.parametrize(
    "query",
    [
        "nama=Rian",
        "status=zzz",
        "cursor=0",
        "cursor=abc",
        "cursor=cD1hYmM=",
        "size=0",
        "size=99999999999999999999",
    ],
)
def test_a_question_that_is_not_understood_is_refused(path, query):
    answer = machine().get(f"{path}?{query}")

    assert answer.status_code == 400
    assert answer.json()["code"] == "invalid"


def test_everyone_reads_agreements_and_no_one_is_written_down():
    AgreementFactory()

    for caller in (machine(), person(people.fitri())):
        assert caller.get("perjanjian/").json()["results"][0]["status"] == "valid"
    assert not ReadLog.objects.exists()


def test_a_report_is_read_by_its_own_institution():
    own, other = (
        ReportFactory(institution=people.melati()),
        ReportFactory(institution=people.kenanga()),
    )
    caller = machine()

    assert caller.get(f"laporan/{own.pk}/").json()["figures"]["active"] == 2
    assert caller.get(f"laporan/{other.pk}/").status_code == 404


def test_nothing_personal_stands_in_an_address():
    path, client = of_client()
    caller = machine(scopes=READS)

    links = [caller.get("klien/?size=1").json()["next"], caller.get(path)["ETag"]]

    assert not any(fact in str(links) for fact in (client.name, NIK, client.registration_number))


def test_an_id_beyond_every_column_is_unknown():
    caller = machine()

    for path in [*LISTS, "perjanjian/", "laporan/"]:
        assert caller.get(f"{path}{'9' * 30}/").status_code == 404


@pytest.mark.parametrize("path", ["klien/0x1/", "klien/-1/", "orang/", "klien/1/nik/"])
def test_what_is_nowhere_is_said_in_json(path):
    answer = machine().get(path)

    assert answer.status_code == 404
    assert answer.json()["code"] == "not_found"


def test_the_machines_account_is_named_in_the_log():
    row, _key = key_of()
    path, _client = of_client()

    machine().get(path)

    assert ReadLog.objects.get().user == row.user


@pytest.mark.parametrize("path", ["klien/", "kasus/", "penempatan/", "skrining/"])
def test_a_list_opens_its_seals_with_one_query_for_all_their_keys(path):
    def one_more():
        placement = PlacementFactory(request_note="Mohon dijemput.")
        finished()
        for row, field in ((placement.client, "phone"), (placement.case, "referred_by")):
            setattr(row, field, "081234567890")
            row.save()

    def queries() -> int:
        datakeys.forget_all()
        with CaptureQueriesContext(connection) as asked:
            assert caller.get(path).status_code == 200
        return len(asked)

    caller = machine()
    one_more()
    queries()
    one = queries()
    for _ in range(4):
        one_more()

    assert queries() == one


def test_a_sealed_text_is_told_as_text():
    placement = PlacementFactory(request_note="Mohon dijemput.")

    told = person(people.budi()).get(f"penempatan/{placement.pk}/").json()

    assert told["request_note"] == "Mohon dijemput."
