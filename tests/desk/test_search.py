"""The search of every page: what each kind finds, for whom, and what becomes of the words."""

import pytest
from django.urls import reverse

from common.enums import ReadAction
from common.models import ReadLog
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory
from tests.partners.factories import AgreementFactory, InstitutionFactory


pytestmark = pytest.mark.django_db

URL = reverse("desk:search")


@pytest.fixture
def ani(client):
    client.force_login(people.ani())
    return client


def case_named(name, **facts):
    return CaseFactory(client=ClientFactory(name=name, **facts))


def searched(browser, words: str):
    return browser.post(URL, {"cari": words}, follow=True)


def names(answer) -> list[str]:
    return [row["name"] for row in answer.context["rows"]]


@pytest.mark.parametrize(
    "words",
    ["aminah siti", "SITI AMINA", "Hj. Siti Aminah, S.Pd.", "st. aminah", "amin", "sity amniah"],
)
def test_a_person_is_found_by_the_words_of_the_name_however_they_are_written(ani, words):
    case_named("Siti Aminah")
    case_named("Rian Saputra")

    assert names(searched(ani, words)) == ["Siti Aminah"]


def test_whoever_is_written_just_so_stands_first(ani):
    case_named("Sari Dewi")
    case_named("Sara Dewi")

    assert names(searched(ani, "sari dewi")) == ["Sari Dewi", "Sara Dewi"]


def test_nobody_elses_client_is_found(ani):
    case_named("Siti Aminah", registered_by=people.citra())

    assert names(searched(ani, "siti")) == []


def test_whoever_is_shown_is_written_down(ani):
    case = case_named("Siti Aminah")

    searched(ani, "siti")

    (look,) = ReadLog.objects.all()
    assert (look.action, look.client_ids) == (ReadAction.SEARCH, [case.client_id])


def test_five_are_shown_and_the_list_shows_the_rest(ani):
    for _ in range(7):
        case_named("Siti Aminah")

    answer = searched(ani, "siti")

    assert len(names(answer)) == 5
    assert "Lihat 2 klien lagi" in answer.content.decode()


@pytest.mark.parametrize("words", ["kpn 26 00061", "KPN-26-00061", "00061", "61", "kpn2600061"])
def test_a_registration_number_may_be_typed_in_part(ani, words):
    case_named("Siti", registration_number="KPN-26-00061")
    case_named("Rian", registration_number="KPN-26-00072")

    assert names(searched(ani, words)) == ["Siti"]


def test_an_institution_is_found_by_its_words_in_any_order(ani):
    found = InstitutionFactory(name="Balai Rehabilitasi Cendana")

    assert searched(ani, "cendana balai").context["institutions"] == [found]


def test_an_agreement_is_found_by_its_number(ani):
    found = AgreementFactory(number="PKS/77/2026")

    assert searched(ani, "PKS/77").context["agreements"] == [found]


def test_a_page_of_ones_own_menu_is_found(ani):
    assert [page.url for page in searched(ani, "tugas").context["pages"]] == [
        reverse("clients:tasks")
    ]


def test_help_is_found(ani):
    assert searched(ani, "kambuh").context["topics"]


def test_the_ministry_finds_no_person(client):
    case_named("Siti Aminah")
    client.force_login(people.fitri())

    assert names(searched(client, "siti")) == []


def test_the_words_stand_in_no_address(ani):
    address = ani.post(URL, {"cari": "Siti Aminah"})["Location"]

    assert "iti" not in address


def test_a_number_opens_the_file(ani):
    case = case_named("Siti", phone="0812-3456-7890")

    assert ani.post(URL, {"cari": "081234567890"})["Location"] == reverse(
        "clients:file", args=[case.client_id]
    )


def test_before_a_search_the_files_that_were_opened_last_are_shown(ani):
    first, second = case_named("Siti Aminah"), case_named("Rian Saputra")
    case_named("Dewi")
    for case in (first, second):
        ani.get(reverse("clients:file", args=[case.client_id]))

    page = ani.get(URL)

    assert [row["name"] for row in page.context["recent"]] == ["Rian Saputra", "Siti Aminah"]


def test_a_file_that_is_open_to_one_no_more_is_not_among_the_last(ani):
    case = case_named("Siti Aminah")
    ani.get(reverse("clients:file", args=[case.client_id]))
    type(case).objects.filter(pk=case.pk).update(lead_worker=people.budi())

    assert ani.get(URL).context["recent"] == []


def test_a_search_that_is_not_known_any_more_says_so(ani):
    assert "tidak dikenal lagi" in ani.get(URL, {"cari": "dari-sesi-lain"}).content.decode()


def test_every_page_has_the_search(ani):
    page = ani.get(reverse("accounts:preferences")).content.decode()

    assert f'action="{URL}"' in page
