"""A danger stands in red on the file, first on the desk, and with everything about it on one page."""

import pytest
from django.urls import reverse
from django.utils import timezone

from safety.models import Concern, MedicalReferral, MedicalResult
from tests import people
from tests.clients.factories import CaseFactory
from tests.safety.factories import acted_on, heard, raised, referred


pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client):
    def signed_in(person):
        client.force_login(person)
        return client

    return signed_in


def address(name, row):
    return reverse(f"safety:{name}", args=[row.pk])


def read(browser, url):
    return browser.get(url).content.decode()


def test_an_open_danger_stands_in_red_on_the_file(signed_in):
    case = raised().case

    page = read(signed_in(people.ani()), reverse("clients:file", args=[case.client_id]))

    assert "Pelindungan belum selesai." in page
    assert address("case", case) in page


def test_an_awaited_result_stands_in_red_on_the_file(signed_in):
    referral = referred()

    page = read(signed_in(people.ani()), reverse("clients:file", args=[referral.case.client_id]))

    assert "Rujukan medis berjalan." in page
    assert address("result", referral) in page


def test_a_danger_comes_first_on_the_desks_of_worker_and_leader(signed_in):
    CaseFactory(next_due_on=timezone.localdate())
    concern = acted_on()

    page = read(signed_in(people.budi()), reverse("desk:home"))

    assert "Nyatakan pelindungan selesai" in page
    assert address("case", concern.case) in page


def test_the_page_of_a_person_tells_all_of_it(signed_in):
    case = heard(referred(), note="Kontrol tiga hari lagi.").referral.case
    acted_on(raised(case))

    page = read(signed_in(people.ani()), address("case", case))

    for words in ("dr. Sinta", "RSUD Kota", "Kontrol tiga hari lagi.", "UPTD PPA", "Belum selesai"):
        assert words in page
    assert "Nyatakan selesai" not in page


def test_whoever_may_not_read_answers_reads_no_sign(signed_in):
    case = referred().case

    page = read(signed_in(people.gita()), address("case", case))

    assert "overdosis" not in page


def test_a_worker_refers_by_what_they_saw(signed_in):
    case = CaseFactory(screening=True)

    signed_in(people.ani()).post(
        address("refer", case), {"flags": ["overdose", "tuberculosis"], "companion": "Ibu"}
    )

    row = MedicalReferral.objects.get()
    assert (row.sign_codes, row.companion) == (["overdose", "tuberculosis"], "Ibu")


def test_a_result_leads_back_to_the_persons_safety(signed_in):
    referral = referred(at=timezone.now())
    today = timezone.localdate().isoformat()
    told = {"outcome": "treatment", "clinician": "dr. Sinta", "place": "RSUD", "found_on": today}

    answer = signed_in(people.ani()).post(address("result", referral), told)

    assert answer.url == address("case", referral.case)
    assert MedicalResult.objects.get().outcome == "treatment"


@pytest.mark.parametrize(
    ("case", "page"), [("screening", "clients:close"), ("in_service", "care:termination")]
)
def test_a_death_leads_to_the_end_of_the_case_or_of_its_care(signed_in, case, page):
    referral = referred(CaseFactory(**{case: True}), at=timezone.now())
    today = timezone.localdate().isoformat()
    told = {"outcome": "died", "clinician": "dr. Sinta", "place": "RSUD", "found_on": today}

    answer = signed_in(people.ani()).post(address("result", referral), told)

    assert answer.url == reverse(page, args=[referral.case_id])


def test_a_leader_settles_on_the_page(signed_in):
    concern = acted_on()

    signed_in(people.budi()).post(address("concern_settle", concern), {"words": "Pelaku pindah."})

    assert not Concern.objects.get().is_open


def test_a_bad_result_loses_nothing(signed_in):
    referral = referred()

    answer = signed_in(people.ani()).post(
        address("result", referral), {"outcome": "cleared", "clinician": "dr. Sinta"}
    )

    assert answer.status_code == 422
    assert "dr. Sinta" in answer.content.decode()
