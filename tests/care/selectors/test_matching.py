import datetime as dt

import pytest

from care.enums import PlacementStatus
from care.selectors import matching
from partners.models import Institution
from tests.care.factories import PlacementFactory
from tests.clients.factories import CaseFactory
from tests.partners.factories import InstitutionFactory
from tests.regions.factories import ProvinceFactory, RegencyFactory


pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 3)


@pytest.fixture
def case():
    """A man of 26 from Kota Bogor; ani's own institution receives nobody here."""
    case = CaseFactory(to_place=True)
    Institution.objects.update(capacity=0)
    return case


def offers(case):
    rows = matching.offered(case, today=TODAY)
    return {c.institution.name: c for c in matching.candidates(rows, today=TODAY)}


def sentra(name, **facts):
    return InstitutionFactory(name=name, with_agreement=True, **facts)


def test_the_nearest_come_first_and_of_those_the_emptiest(case):
    jawa_tengah = ProvinceFactory(code="33", name="Jawa Tengah")
    cilacap = RegencyFactory(code="3301", name="Kab. Cilacap", province=jawa_tengah)
    bandung = RegencyFactory(code="3273", name="Kota Bandung")
    sentra("Jauh", regency=cilacap)
    sentra("Mencakup", regency=cilacap).covers_provinces.add(case.client.regency.province)
    sentra("Seprovinsi", regency=bandung)
    sentra("Dekat kecil", capacity=3)
    sentra("Dekat besar", capacity=30)

    assert list(offers(case)) == ["Dekat besar", "Dekat kecil", "Seprovinsi", "Mencakup", "Jauh"]


def test_a_place_is_free_until_somebody_holds_it(case):
    house = sentra("Rumah", capacity=2)
    PlacementFactory(institution=house)
    PlacementFactory(institution=house, status=PlacementStatus.DECLINED, decline_reason="full")
    PlacementFactory(institution=house, accepted=True)

    assert offers(case)["Rumah"].institution.free == 1

    PlacementFactory(institution=house, active=True)

    assert "Rumah" not in offers(case)


def test_who_fits_is_told_why(case):
    sentra("Rumah", takes_female=False, age_min=18, age_max=45)

    assert offers(case)["Rumah"].fits == (
        "berada di kabupaten/kota tempat tinggal klien",
        "menerima laki-laki usia 18–45 tahun",
        "perjanjian berlaku sampai 31 Des 2035",
        "terakreditasi A sampai 31 Des 2035",
    )
    assert offers(case)["Rumah"].cautions == ()


def test_what_to_mind_is_told_too(case):
    papua = ProvinceFactory(code="91", name="Papua")
    house = sentra(
        "Rumah",
        capacity=1,
        regency=RegencyFactory(code="9171", name="Kota Jayapura", province=papua),
        accreditation_expires_on=None,
        accreditation_grade="",
    )
    house.agreements.update(ends_on=TODAY + dt.timedelta(days=30))

    assert offers(case)["Rumah"].cautions == (
        "jauh dari tempat tinggal klien: Kota Jayapura",
        "tinggal 1 tempat kosong",
        "perjanjian berakhir dalam 30 hari",
        "akreditasi belum dicatat atau sudah lewat",
    )


def test_all_candidates_come_in_one_query(case, django_assert_num_queries):
    for number in range(5):
        sentra(f"Rumah {number}")

    with django_assert_num_queries(1):
        assert len(offers(case)) == 5
