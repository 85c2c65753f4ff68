"""/klien/: what it shows, to whom, and at what cost."""

import re
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from clients.enums import Sex
from common.enums import ReadAction
from common.models import ReadLog
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory, FamilyContactFactory, ShareFactory


pytestmark = pytest.mark.django_db

URL = reverse("clients:list")
SEARCH = reverse("clients:search")
NIK = "3271011503000004"


@pytest.fixture
def ani(client):
    client.force_login(people.ani())
    return client


def case_named(name, **traits):
    facts = {
        key: traits.pop(key)
        for key in ("sex", "nik", "nik_missing_reason", "phone", "registration_number")
        if key in traits
    }
    return CaseFactory(client=ClientFactory(name=name, **facts), **traits)


def shown(browser, **query) -> list[str]:
    return [row["name"] for row in browser.get(URL, query).context["rows"]]


def searched(browser, words: str) -> list[str]:
    answer = browser.post(SEARCH, {"cari": words}, follow=True)
    return [row["name"] for row in answer.context["rows"]]


def test_a_row_tells_who_where_how_risky_whose_and_what_next(ani):
    case_named("Rian Saputra", decided=True)

    (row,) = ani.get(URL).context["rows"]

    assert (row["name"], row["stage"], row["worker"]) == (
        "Rian Saputra",
        "Menunggu keputusan",
        "Ani L.",
    )
    assert "Risiko tinggi" in row["risk"]
    assert row["step"] == "Putuskan usulan · 4\xa0Jun"


def test_a_row_tells_number_age_and_sex(ani):
    case = case_named("Dewi", sex=Sex.FEMALE)

    age = case.client.age_on(timezone.localdate())

    (row,) = ani.get(URL).context["rows"]
    assert row["about"] == f"{case.client.registration_number} · {age}\xa0th,\xa0P"


def test_a_late_step_is_marked_with_its_days(ani):
    case_named("Rian", next_due_on=timezone.localdate() - timedelta(days=2))

    (row,) = ani.get(URL).context["rows"]

    assert "Lewat 2 hari" in row["overdue"]


def test_a_step_due_today_is_not_late(ani):
    case_named("Rian", next_due_on=timezone.localdate())

    (row,) = ani.get(URL).context["rows"]

    assert row["overdue"] == ""


def test_nobody_elses_client_is_listed(ani):
    CaseFactory(client=ClientFactory(registered_by=people.citra()))

    assert shown(ani) == []


def test_a_shared_client_is_listed_with_the_receiver(client):
    case = case_named("Rian")
    ShareFactory(client=case.client)
    client.force_login(people.eko())

    assert shown(client) == ["Rian"]


def test_a_past_case_is_not_listed_beside_the_current_one(ani):
    old = case_named("Rian", closed=True, is_current=False)
    CaseFactory(client=old.client)

    assert shown(ani) == ["Rian"]


def test_the_ministry_has_no_list_of_persons(client):
    client.force_login(people.fitri())

    assert client.get(URL).status_code == 403


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(URL).status_code == 302


def test_chips_count_every_stage(ani):
    case_named("A")
    case_named("B", screening=True)
    case_named("C", decided=True)
    case_named("D", in_service=True)
    case_named("E", in_aftercare=True)
    case_named("F", closed=True)

    chips = ani.get(URL).context["chips"]

    assert [chip.count for chip in chips] == [6, 2, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"tahap": "waiting_screening"}, ["Ana"]),
        ({"tahap": "service"}, ["Bela"]),
        ({"risiko": "high"}, ["Bela"]),
        ({"risiko": "none"}, ["Ana"]),
        ({"basis": "balai"}, ["Bela"]),
        ({"kelamin": "female"}, ["Ana"]),
        ({"terlambat": "on"}, ["Bela"]),
        ({"sejak": "2026-06-02"}, ["Ana"]),
        ({"sampai": "2026-06-01"}, ["Bela"]),
        ({"kelamin": "female", "risiko": "high"}, []),
    ],
)
def test_the_list_can_be_narrowed(ani, query, names):
    later = timezone.localdate() + timedelta(days=3)
    case_named("Ana", sex=Sex.FEMALE, opened_on=date(2026, 6, 2), next_due_on=later)
    case_named("Bela", in_service=True, next_due_on=date(2026, 6, 4))

    assert shown(ani, **query) == names


@pytest.mark.parametrize(("words", "names"), [("  bel ", ["Bela"]), ("tidak ada", [])])
def test_the_list_can_be_searched_by_a_part_of_a_name(ani, words, names):
    case_named("Ana")
    case_named("Bela")

    assert searched(ani, words) == names


def test_a_client_is_found_by_number(ani):
    case = case_named("Ana")
    case_named("Bela")

    assert searched(ani, case.client.registration_number) == ["Ana"]


def test_the_list_can_be_narrowed_to_a_worker(client):
    case_named("Ana")
    case_named("Bela", lead_worker=people.budi())
    client.force_login(people.budi())

    assert shown(client, petugas=people.budi().pk) == ["Bela"]


@pytest.mark.parametrize(
    "query",
    [
        {"cari": "\x00"},
        {"cari": "x" * 10_000},
        {"tahap": "nowhere"},
        {"risiko": "enormous"},
        {"petugas": "99999999999999999999"},
        {"petugas": "ani"},
        {"petugas": "1.5"},
        {"petugas": "NaN"},
        {"sejak": "2026-02-31"},
        {"urut": "password"},
        {"halaman": "minus one"},
    ],
)
def test_nonsense_in_the_address_breaks_nothing(ani, query):
    CaseFactory()

    assert ani.get(URL, query).status_code == 200


@pytest.mark.parametrize(
    ("urut", "names"),
    [
        ("", ["Bela", "Ana"]),
        ("nama", ["Ana", "Bela"]),
        ("-nama", ["Bela", "Ana"]),
        ("tempo", ["Bela", "Ana"]),
        ("-tempo", ["Ana", "Bela"]),
        ("nomor", ["Ana", "Bela"]),
        ("-nomor", ["Bela", "Ana"]),
    ],
)
def test_the_list_can_be_sorted(ani, urut, names):
    case_named("Ana", next_due_on=date(2026, 6, 9))
    case_named("Bela", next_due_on=date(2026, 6, 4))

    assert shown(ani, urut=urut) == names


def test_a_sorted_heading_says_so(ani):
    case_named("Ana")

    assert 'aria-sort="ascending"' in ani.get(URL, {"urut": "nama"}).content.decode()


def test_a_filter_in_force_can_be_taken_off(ani):
    (chip,) = ani.get(URL, {"risiko": "high", "tahap": "service"}).context["active"]

    assert (chip.label, chip.url) == ("Risiko tinggi", "?tahap=service")


def test_the_second_page_goes_on_where_the_first_ended(ani):
    for number in range(26):
        case_named(f"Klien {number:02d}")

    assert len(shown(ani)) == 25
    assert shown(ani, halaman=2) == ["Klien 00"]


def test_an_empty_list_says_what_to_do(ani):
    assert reverse("clients:new") in ani.get(URL).content.decode()


def test_a_list_filtered_to_nothing_offers_to_lift_the_filters(ani):
    CaseFactory()

    assert "Hapus saringan" in ani.post(SEARCH, {"cari": "tidak ada"}, follow=True).content.decode()


def test_a_nik_that_is_searched_opens_the_file(ani):
    case = case_named("Rian", nik=NIK, nik_missing_reason="")

    answer = ani.post(SEARCH, {"cari": "3271 0115 0300 0004"})

    assert answer["Location"] == reverse("clients:file", args=[case.client_id])


def test_a_nik_never_stands_in_an_address(ani):
    answer = ani.post(SEARCH, {"cari": NIK})

    assert answer["Location"] == URL


def test_anothers_nik_is_as_unknown_as_none(ani):
    other = ClientFactory(registered_by=people.citra(), nik=NIK, nik_missing_reason="")
    CaseFactory(client=other)

    assert ani.post(SEARCH, {"cari": NIK})["Location"] == URL


def test_a_name_that_is_searched_stands_in_no_address(ani):
    case_named("Rian & co")

    answer = ani.post(SEARCH, {"cari": "Rian & co"}, follow=True)

    page, (address, _status) = answer.content.decode(), answer.redirect_chain[0]
    assert "Cari: Rian &amp; co" in page
    assert "Rian" not in address
    assert not re.search(r'href="[^"]*Rian', page)


def test_further_filters_keep_the_words(ani):
    case_named("Ana")
    case_named("Anwar", in_service=True)
    case_named("Bela", in_service=True)

    address = ani.post(SEARCH, {"cari": "An"})["Location"]

    assert [row["name"] for row in ani.get(f"{address}&tahap=service").context["rows"]] == ["Anwar"]


def test_words_of_another_session_mean_nothing_in_this_one(ani):
    case_named("Ana")
    elsewhere = Client()
    elsewhere.force_login(people.ani())
    address = elsewhere.post(SEARCH, {"cari": "tidak ada"})["Location"]

    assert [row["name"] for row in ani.get(address).context["rows"]] == ["Ana"]


def test_searching_for_nothing_shows_everybody(ani):
    assert ani.post(SEARCH, {"cari": " "})["Location"] == URL


def test_signs_that_nobody_types_are_no_part_of_a_search(ani):
    case_named("Rian")
    case_named("Dodi")

    page = ani.post(SEARCH, {"cari": "Ri\0an\x1b"}, follow=True)

    assert [row["name"] for row in page.context["rows"]] == ["Rian"]
    assert ani.post(SEARCH, {"cari": "\0"})["Location"] == URL


def test_a_search_is_posted(ani):
    assert ani.get(SEARCH, {"cari": NIK}).status_code == 405


def queries_for(browser, rows: int, **query) -> int:
    for _ in range(rows):
        case = CaseFactory(decided=True)
        ShareFactory(client=case.client)
    browser.get(URL, query)  # warm caches
    with CaptureQueriesContext(
        connection,
    ) as captured:
        browser.get(URL, query)
    return len(captured)


@pytest.mark.parametrize("words", ["", "KPN"])
def test_one_row_costs_the_queries_of_twenty_five(ani, words):
    query = dict(parse_qsl(urlsplit(ani.post(SEARCH, {"cari": words})["Location"]).query))
    one = queries_for(ani, 1, **query)
    many = queries_for(ani, 24, **query)

    assert one == many <= 7  # one of them writes down who was shown


@pytest.mark.parametrize("asked", ["081234567890", "+62 812-3456-7890", "0812 3456 7890"])
def test_a_telephone_number_that_is_searched_opens_the_file(ani, asked):
    case = case_named("Rian", phone="0812-3456-7890")

    answer = ani.post(SEARCH, {"cari": asked})

    assert answer["Location"] == reverse("clients:file", args=[case.client_id])


def test_a_telephone_number_that_is_unknown_never_stands_in_an_address(ani):
    answer = ani.post(SEARCH, {"cari": "081234567890"}, follow=True)

    assert answer.redirect_chain == [(URL, 302)]
    assert "Tidak ada klien Anda dengan nomor telepon itu." in answer.content.decode()


def test_anothers_telephone_number_is_as_unknown_as_none(ani):
    CaseFactory(client=ClientFactory(registered_by=people.citra(), phone="081234567890"))

    assert ani.post(SEARCH, {"cari": "081234567890"})["Location"] == URL


def test_a_familys_number_names_everybody_who_has_it(ani):
    numbers = [
        case_named(name, phone="081234567890").client.registration_number for name in ("A", "B")
    ]

    page = ani.post(SEARCH, {"cari": "081234567890"}, follow=True).content.decode()

    assert f"dipakai beberapa klien: {', '.join(numbers)}." in page


def looked_for():
    rows = ReadLog.objects.filter(action=ReadAction.NUMBER).order_by("pk")
    return list(rows.values_list("user", "client_ids"))


@pytest.mark.parametrize("number", [NIK, "081234567890"])
def test_a_number_that_nobody_has_is_written_down_too(ani, number):
    ani.post(SEARCH, {"cari": number})

    assert looked_for() == [(people.ani().pk, [])]


def test_whom_a_familys_number_names_is_written_down(ani):
    found = [case_named(name, phone="081234567890").client_id for name in ("A", "B")]

    ani.post(SEARCH, {"cari": "081234567890"})

    assert looked_for() == [(people.ani().pk, found)]


@pytest.mark.parametrize("number", [NIK, "081234567890"])
def test_the_thirty_first_number_of_an_hour_is_not_looked_for(ani, number):
    case_named("Rian", nik=NIK, nik_missing_reason="", phone="081234567890")
    for _ in range(30):
        ReadLog.objects.create(user=people.ani(), action=ReadAction.NUMBER, client_ids=[])

    answer = ani.post(SEARCH, {"cari": number}, follow=True)

    assert answer.redirect_chain == [(URL, 302)]
    assert "Coba lagi satu jam kemudian" in answer.content.decode()
    assert len(looked_for()) == 30


def test_a_search_that_is_not_known_any_more_says_so(ani):
    case_named("Ana")

    page = ani.get(URL, {"cari": "dari-sesi-lain"})

    assert "Pencarian ini tidak dikenal lagi." in page.content.decode()


@pytest.mark.parametrize("asked", ["7890", "345 67890", "234.567.890"])
def test_the_end_of_a_telephone_number_opens_the_file(ani, asked):
    case = case_named("Rian", phone="0812-3456-7890")
    case_named("Ana", phone="0813-1111-7890" if asked != "7890" else "0813-1111-2222")

    answer = ani.post(SEARCH, {"cari": asked})

    assert answer["Location"] == reverse("clients:file", args=[case.client_id])


@pytest.mark.parametrize("asked", ["(0274) 512345", "+62 (0274) 512345", "0274.512345", "512345"])
def test_a_telephone_number_is_found_however_its_digits_are_grouped(ani, asked):
    case = case_named("Rian", phone="(0274) 512345")

    assert ani.post(SEARCH, {"cari": asked})["Location"] == reverse(
        "clients:file", args=[case.client_id]
    )


@pytest.mark.parametrize("asked", ["0857-1111-2222", "2222"])
def test_a_relatives_telephone_number_opens_the_file(ani, asked):
    case = case_named("Rian")
    FamilyContactFactory(client=case.client, phone="085711112222")

    assert ani.post(SEARCH, {"cari": asked})["Location"] == reverse(
        "clients:file", args=[case.client_id]
    )


def test_a_registration_number_that_merely_begins_so_hides_no_telephone(ani):
    case_named("Ana", registration_number="KPN-26-78901")
    case = case_named("Rian", phone="0812-3456-7890")

    answer = ani.post(SEARCH, {"cari": "7890"})

    assert answer["Location"] == reverse("clients:file", args=[case.client_id])


@pytest.mark.parametrize("asked", ["17890", "26-17890", "2617890"])
def test_a_whole_part_of_a_registration_number_asks_no_telephone(ani, asked):
    case_named("Ana", registration_number="KPN-26-17890")

    page = ani.post(SEARCH, {"cari": asked}, follow=True)

    assert [row["name"] for row in page.context["rows"]] == ["Ana"]
    assert looked_for() == []


def test_the_end_of_a_number_is_counted_and_written_down(ani):
    ani.post(SEARCH, {"cari": "7890"})

    assert looked_for() == [(people.ani().pk, [])]


def test_who_sees_telephones_masked_finds_them_whole_or_not_at_all(client):
    case_named("Rian", phone="0812-3456-7890")
    client.force_login(people.gita())

    assert client.post(SEARCH, {"cari": "7890"})["Location"].startswith(f"{URL}?cari=")
    assert looked_for() == []


def test_a_telephone_number_of_others_is_not_found_by_its_end(ani):
    CaseFactory(client=ClientFactory(registered_by=people.citra(), phone="081234567890"))

    answer = ani.post(SEARCH, {"cari": "7890"}, follow=True)

    assert "berakhir dengan angka itu" in answer.content.decode()
