"""/kemitraan/: who reads, who writes, what is refused, and what the list costs."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from partners.enums import InstitutionKind
from partners.models import Institution
from partners.permissions import KEEPER
from tests import people
from tests.partners.factories import AgreementFactory, InstitutionFactory
from tests.regions.factories import ProvinceFactory, RegencyFactory


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nobody_yet")]

URL = reverse("partners:list")
NEW = reverse("partners:institution_new")


def given(**changes):
    facts = {
        "name": "IPWL Contoh Baru",
        "kind": "ipwl",
        "regency": RegencyFactory().pk,
        "capacity": "10",
        "takes_male": "on",
        "age_min": "18",
        "age_max": "60",
        "is_active": "on",
    }
    return facts | changes


def shown(browser, **query):
    return [row.name for row in browser.get(URL, query).context["page"].object_list]


def ending_in(days, institution):
    return AgreementFactory(
        institution=institution, ends_on=timezone.localdate() + timedelta(days=days)
    )


def test_the_keepers_word_is_the_roles():
    assert KEEPER == Role.MINISTRY_ADMIN


@pytest.mark.parametrize(
    "person", [people.ani, people.budi, people.dewi, people.eko, people.fitri, people.gita]
)
def test_everyone_signed_in_reads_the_partners(client, person):
    client.force_login(person())
    institution = InstitutionFactory()

    assert client.get(URL).status_code == 200
    assert client.get(reverse("partners:institution", args=[institution.pk])).status_code == 200


@pytest.mark.parametrize("person", [people.ani, people.budi, people.dewi, people.eko, people.gita])
def test_only_the_ministry_writes(client, person):
    client.force_login(person())
    institution = InstitutionFactory()

    for url in (NEW, reverse("partners:institution_edit", args=[institution.pk])):
        assert client.get(url).status_code == 403
        assert client.post(url, given()).status_code == 403


def test_whoever_is_not_signed_in_is_asked_to(client):
    assert client.get(URL).status_code == 302


@pytest.mark.parametrize("page", ["institution", "institution_edit"])
@pytest.mark.parametrize("pk", [987654, 10**30])
def test_an_unknown_institution_is_not_found(fitri, page, pk):
    assert fitri.get(reverse(f"partners:{page}", args=[pk])).status_code == 404


def test_readers_see_no_button_to_write(ani):
    assert NEW not in ani.get(URL).content.decode()


def test_chips_count_each_kind(fitri):
    InstitutionFactory.create_batch(2, kind=InstitutionKind.IPWL)
    InstitutionFactory(kind=InstitutionKind.BNN)

    chips = fitri.get(URL).context["chips"]

    assert [(str(chip.label), chip.count) for chip in chips] == [
        ("Semua", 3),
        ("IPWL", 2),
        ("BNN", 1),
    ]


def test_the_list_is_narrowed_by_kind(fitri):
    InstitutionFactory(name="A", kind=InstitutionKind.IPWL)
    InstitutionFactory(name="B", kind=InstitutionKind.BNN)

    assert shown(fitri, jenis="bnn") == ["B"]


def test_the_list_is_narrowed_by_province(fitri):
    InstitutionFactory(name="A")
    bali = ProvinceFactory(code="51", name="Bali")
    InstitutionFactory(
        name="B", regency=RegencyFactory(code="5171", name="Denpasar", province=bali)
    )

    assert shown(fitri, provinsi="51") == ["B"]


@pytest.mark.parametrize(
    ("status", "names"),
    [("valid", ["Lama", "Sebentar"]), ("expiring", ["Sebentar"]), ("none", ["Habis", "Tanpa"])],
)
def test_the_list_is_narrowed_by_agreement(fitri, status, names):
    ending_in(400, InstitutionFactory(name="Lama"))
    ending_in(90, InstitutionFactory(name="Sebentar"))
    ending_in(-1, InstitutionFactory(name="Habis"))
    InstitutionFactory(name="Tanpa")

    assert shown(fitri, perjanjian=status) == names


def test_a_renewed_partner_is_not_about_to_expire(fitri):
    partner = InstitutionFactory(name="Diperpanjang")
    ending_in(20, partner)
    ending_in(400, partner)

    assert shown(fitri, perjanjian="expiring") == []


def test_the_search_finds_part_of_a_name_in_any_case(fitri):
    InstitutionFactory(name="IPWL Rumah Pulih")
    InstitutionFactory(name="Sentra Satria")

    assert shown(fitri, cari="rumah  pulih") == ["IPWL Rumah Pulih"]


@pytest.mark.parametrize(
    "query",
    [
        {"cari": "x" * 10_000},
        {"cari": "\x00"},
        {"provinsi": "zz"},
        {"perjanjian": "nonsense"},
        {"jenis": "nonsense"},
        {"halaman": "-1"},
    ],
)
def test_an_unknown_filter_narrows_nothing(fitri, query):
    InstitutionFactory(name="A")

    assert shown(fitri, **query) == ["A"]


def test_an_inactive_institution_is_not_listed(fitri):
    InstitutionFactory(is_active=False)

    assert shown(fitri) == []


def test_a_list_filtered_to_nothing_offers_the_way_back(fitri):
    assert "Hapus saringan" in fitri.get(URL, {"cari": "tidak ada"}).content.decode()


def test_a_row_says_how_agreement_and_accreditation_stand(ani):
    partner = InstitutionFactory(accreditation_expires_on=timezone.localdate() + timedelta(days=29))
    ending_in(30, partner)

    page = ani.get(URL, {"cari": partner.name}).content.decode()

    assert "30 hari lagi" in page
    assert "29 hari lagi" in page


def queries(browser, url):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert browser.get(url).status_code == 200
    return len(seen)


def test_25_rows_cost_as_many_queries_as_one(ani):
    InstitutionFactory(with_agreement=True)
    one = queries(ani, URL)

    for _ in range(30):
        InstitutionFactory(with_agreement=True)

    assert queries(ani, URL) == one <= 12


def test_an_institutions_page_costs_the_same_with_many_agreements(ani):
    institution = InstitutionFactory(with_agreement=True)
    url = reverse("partners:institution", args=[institution.pk])
    one = queries(ani, url)

    AgreementFactory.create_batch(10, institution=institution)

    assert queries(ani, url) == one <= 12


def test_an_institutions_page_tells_its_facts(ani):
    institution = InstitutionFactory(name="IPWL Rumah Pulih", capacity=44, address="Jalan Damai 3")
    institution.covers_provinces.add(ProvinceFactory())
    AgreementFactory(institution=institution, number="PKS/9/2024")

    page = ani.get(reverse("partners:institution", args=[institution.pk])).content.decode()

    for fact in ("IPWL Rumah Pulih", "44 tempat", "Jalan Damai 3", "Jawa Barat", "PKS/9/2024"):
        assert fact in page


def test_the_ministry_records_an_institution(fitri):
    answer = fitri.post(NEW, given(covers_provinces=["32"], covers_regencies=["3271"]))

    made = Institution.objects.get(name="IPWL Contoh Baru")
    assert answer.url == reverse("partners:institution", args=[made.pk])
    assert (made.takes_male, made.takes_female) == (True, False)
    assert list(made.covers_regencies.values_list("pk", flat=True)) == ["3271"]


def test_the_ministry_changes_an_institution(fitri):
    institution = InstitutionFactory(name="Lama")
    url = reverse("partners:institution_edit", args=[institution.pk])

    assert 'value="Lama"' in fitri.get(url).content.decode()
    fitri.post(url, given(name="Baru", version=institution.version))

    institution.refresh_from_db()
    assert (institution.name, institution.age_max) == ("Baru", 60)


def test_sending_the_form_twice_records_one_institution(fitri):
    fitri.post(NEW, given())

    again = fitri.post(NEW, given())

    assert again.status_code == 422
    assert "sudah dicatat di Kota Bogor" in again.content.decode()
    assert Institution.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"name": "x" * 10_000},
        {"name": "IPWL\x00"},
        {"kind": "kantor"},
        {"regency": "9999"},
        {"capacity": "-1"},
        {"capacity": "999999999999"},
        {"age_min": "50", "age_max": "20"},
        {"takes_male": ""},
        {"phone": "telepon saya"},
        {"email": "bukan surel"},
        {"accreditation_grade": "A"},
        {"accreditation_grade": "A", "accreditation_expires_on": "31-31-2026"},
        {"mentor": "987654"},
        {"covers_provinces": ["97"]},
    ],
)
def test_bad_input_is_shown_and_nothing_is_written(fitri, changes):
    answer = fitri.post(NEW, given(**changes))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Periksa kembali isian Anda" in page
    assert not Institution.objects.exists()


def test_refused_input_is_kept(fitri):
    page = fitri.post(NEW, given(age_max="5")).content.decode()

    assert 'value="IPWL Contoh Baru"' in page
    assert '<option value="3271" selected>Kota Bogor</option>' in page


def test_an_empty_form_is_refused(fitri):
    assert fitri.post(NEW).status_code == 422


def test_only_balai_are_offered_as_mentors(fitri):
    balai = InstitutionFactory(kind=InstitutionKind.BALAI)
    InstitutionFactory(kind=InstitutionKind.IPWL)

    form = fitri.get(reverse("partners:institution_edit", args=[balai.pk])).context["form"]

    assert list(form.fields["mentor"].queryset) == []
    assert list(fitri.get(NEW).context["form"].fields["mentor"].queryset) == [balai]


def test_an_old_accreditation_may_be_recorded(fitri):
    fitri.post(NEW, given(accreditation_grade="C", accreditation_expires_on="2020-01-01"))

    assert Institution.objects.get().accreditation_expires_on == date(2020, 1, 1)
