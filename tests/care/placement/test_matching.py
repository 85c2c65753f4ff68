"""Who may be asked for a place, in which order, and with which reasons."""

import datetime as dt

import pytest

from accounts.scopes import scope_of
from care.enums import PlacementStatus
from care.models import Freeing, Placement
from care.placement.matching import ranking
from care.placement.matching.ranking import ranked, refusal
from clients.enums import Sex
from common.scope import acting
from partners.enums import CareBase, Component, InstitutionKind, SpecialNeed
from partners.models import Agreement, Institution
from regions.languages import Language
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.matching_factories import screened, sentra
from tests.clients.factories import CaseFactory
from tests.partners.factories import AgreementFactory
from tests.regions.factories import ProvinceFactory, RegencyFactory


pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 3)
EVERYTHING = {
    "components": list(Component),
    "languages": list(Language),
    "social_workers": 20,
    "counsellors": 20,
}


@pytest.fixture
def case():
    """A man of 26 from Kota Bogor; neither ani's own institution nor eko's receives anybody here."""
    case = CaseFactory(to_place=True)
    people.kenanga()
    Institution.objects.update(capacity=0)
    return case


@pytest.fixture
def cilacap():
    jawa_tengah = ProvinceFactory(code="33", name="Jawa Tengah")
    return RegencyFactory(code="3301", name="Kab. Cilacap", province=jawa_tengah)


def in_days(days):
    return TODAY + dt.timedelta(days=days)


def offers(case):
    return {c.institution.name: c for c in ranked(case, today=TODAY)}


def only(case):
    (candidate,) = ranked(case, today=TODAY)
    return candidate


def order(case):
    return list(offers(case))


def left_out(case):
    return {each.institution.name: each.code for each in ranking.survey(case, today=TODAY).left_out}


def ends_in(days, institution):
    """Somebody whose stay there is planned to end."""
    return PlacementFactory(institution=institution, active=True, planned_end_on=in_days(days))


# The order


def test_the_nearest_come_first_and_of_those_the_emptiest(case, cilacap):
    bandung = RegencyFactory(code="3273", name="Kota Bandung")
    sentra("Jauh", regency=cilacap)
    sentra("Mencakup", regency=cilacap).covers_provinces.add(case.client.regency.province)
    sentra("Seprovinsi", regency=bandung)
    sentra("Dekat kecil", capacity=3)
    sentra("Dekat besar", capacity=30)

    assert order(case) == ["Dekat besar", "Dekat kecil", "Seprovinsi", "Mencakup", "Jauh"]


def test_who_serves_a_special_need_comes_before_who_is_near(case, cilacap):
    screened(case, srq20=9)
    sentra("Dekat")
    sentra("Jiwa", regency=cilacap, special_needs=[SpecialNeed.MENTAL_ILLNESS])

    assert order(case) == ["Jiwa", "Dekat"]


@pytest.mark.parametrize(
    "better",
    [
        {"components": [Component.C4B]},
        {"social_workers": 1},
        {"counsellors": 1},
        {"languages": [Language.SUNDANESE]},
        {"capacity": 11},
    ],
)
def test_of_two_alike_the_one_that_has_more_to_offer_comes_first(case, better):
    sentra("A")
    sentra("B", **better)

    assert order(case) == ["B", "A"]


def test_whose_papers_run_out_soon_comes_later(case):
    sentra("A").agreements.update(ends_on=in_days(90))
    sentra("B", accreditation_expires_on=in_days(90))
    sentra("C").agreements.update(ends_on=in_days(91))

    assert order(case) == ["C", "A", "B"]


def test_a_place_today_goes_before_one_that_is_only_planned(case):
    full = sentra("A", capacity=1, **EVERYTHING)
    ends_in(3, full)
    sentra("B")

    assert order(case) == ["B", "A"]


def test_the_place_of_each_is_explained_by_what_parts_it_from_its_neighbour(case, cilacap):
    sentra("Dekat")
    sentra("Dekat juga", capacity=9)
    sentra("Jauh", regency=cilacap)

    found = offers(case)

    assert found["Dekat"].standing == (
        "Urutan 1: dibanding Dekat juga, lembaga ini mempunyai lebih banyak tempat kosong."
    )
    assert found["Dekat juga"].standing == ("Urutan 2: Dekat mempunyai lebih banyak tempat kosong.")
    assert found["Jauh"].standing == (
        "Urutan 3: Dekat juga lebih dekat dengan tempat tinggal klien."
    )


def test_the_only_one_is_called_so(case):
    sentra("Rumah")

    assert only(case).standing == "Satu-satunya lembaga yang dapat diminta hari ini."


def test_two_that_are_alike_stand_by_their_names(case):
    sentra("Beta")
    sentra("alfa")

    assert order(case) == ["alfa", "Beta"]
    assert "setara" in offers(case)["Beta"].standing


def test_those_who_said_no_are_left_aside_and_the_next_best_is_named(case, cilacap):
    nearest, next_best = sentra("Dekat"), sentra("Jauh", regency=cilacap)

    def best(*refused):
        return [one.institution for one in ranked(case, today=TODAY, exclude=refused)][:1]

    assert best() == [nearest]
    assert best(nearest.pk) == [next_best]
    assert best(nearest.pk, next_best.pk) == []


# Places


def test_a_place_is_free_until_somebody_holds_it(case):
    institution = sentra("Rumah", capacity=2)
    PlacementFactory(institution=institution)
    PlacementFactory(
        institution=institution, status=PlacementStatus.DECLINED, decline_reason="full"
    )
    PlacementFactory(institution=institution, accepted=True)

    assert only(case).free == 1

    PlacementFactory(institution=institution, accepted=True)

    assert order(case) == []


@pytest.mark.parametrize(("days", "is_offered"), [(-1, False), (0, True), (14, True), (15, False)])
def test_a_full_institution_is_offered_when_a_place_is_planned_to_be_free_within_14_days(
    case, days, is_offered
):
    ends_in(days, sentra("Rumah", capacity=1))

    assert order(case) == (["Rumah"] if is_offered else [])


def test_a_planned_end_frees_nothing_where_more_are_held_than_there_are_places(case):
    institution = sentra("Rumah", capacity=1)
    ends_in(3, institution)
    ends_in(40, institution)

    assert order(case) == []


def test_what_will_be_free_is_told(case):
    full, roomy = sentra("Penuh", capacity=1), sentra("Lapang")
    ends_in(3, full)
    ends_in(3, roomy)

    found = offers(case)

    assert "penuh hari ini; 1 tempat direncanakan kosong dalam 14 hari" in found["Penuh"].cautions
    assert "1 tempat lagi direncanakan kosong dalam 14 hari" in found["Lapang"].fits


def test_planned_ends_are_counted_over_the_fence_and_whose_they_are_is_not_told(case):
    placement = ends_in(3, sentra("Rumah", capacity=1))
    stranger = scope_of(people.dewi())

    with acting(stranger):
        assert list(Freeing.objects.values_list("day", "places")) == [(in_days(3), 1)]
        assert not Placement.objects.filter(pk=placement.pk).exists()


# Reasons for and against


def test_who_has_everything_is_told_why_and_has_nothing_to_mind(case):
    sentra("Rumah", takes_female=False, age_min=18, age_max=45, **EVERYTHING)

    assert only(case).fits == (
        "berada di kabupaten/kota tempat tinggal klien",
        "10 tempat kosong hari ini",
        "memberi layanan yang diperlukan: pemenuhan kebutuhan hidup layak, terapi psikososial",
        "tenaganya tetap cukup: 20 pekerja sosial dan 20 konselor",
        "berbahasa daerah keluarga klien: Sunda",
        "perjanjian berlaku sampai 31 Des 2035",
        "terakreditasi A sampai 31 Des 2035",
        "menerima laki-laki usia 18–45 tahun",
    )
    assert only(case).cautions == ()


def test_what_to_mind_is_told_too(case):
    papua = ProvinceFactory(code="91", name="Papua")
    institution = sentra(
        "Rumah",
        capacity=1,
        regency=RegencyFactory(code="9171", name="Kota Jayapura", province=papua),
        accreditation_expires_on=None,
        accreditation_grade="",
    )
    institution.agreements.update(ends_on=in_days(30))

    assert only(case).cautions == (
        "jauh dari tempat tinggal klien: Kota Jayapura",
        "belum tercatat memberi pemenuhan kebutuhan hidup layak, terapi psikososial",
        "jumlah pekerja sosial belum dicatat",
        "jumlah konselor adiksi belum dicatat",
        "belum tercatat berbahasa daerah keluarga klien: Sunda",
        "perjanjian berakhir dalam 30 hari",
        "akreditasi belum dicatat atau sudah lewat",
        "tinggal 1 tempat kosong",
    )


def test_an_accreditation_that_runs_out_soon_is_told(case):
    sentra("Rumah", accreditation_expires_on=in_days(5))

    assert "akreditasi berakhir dalam 5 hari" in only(case).cautions


@pytest.mark.parametrize(("present", "is_short"), [(6, False), (7, True)])
def test_one_social_worker_for_seven_counts_this_client_too(case, present, is_short):
    institution = sentra("Rumah", capacity=20, social_workers=1, counsellors=9)
    PlacementFactory.create_batch(present, institution=institution, accepted=True)

    told = "dengan klien ini 1 pekerja sosial untuk 8 klien; patokannya 7"
    assert (told in only(case).cautions) is is_short


@pytest.mark.parametrize(("present", "is_short"), [(19, False), (20, True)])
def test_one_counsellor_for_ten_counts_this_client_too(case, present, is_short):
    institution = sentra("Rumah", capacity=30, social_workers=9, counsellors=2)
    PlacementFactory.create_batch(present, institution=institution, accepted=True)

    told = "dengan klien ini 1 konselor adiksi untuk 11 klien; patokannya 10"
    assert (told in only(case).cautions) is is_short


def test_a_special_need_is_told_as_served_or_not(case):
    screened(case, opioid_maintenance=True, srq20=9)
    sentra("Rumah", special_needs=[SpecialNeed.OPIOID_MAINTENANCE])

    assert "melayani terapi rumatan opioid" in only(case).fits
    assert "belum tercatat melayani gangguan jiwa penyerta" in only(case).cautions


@pytest.mark.parametrize(
    ("client", "institution", "told"),
    [
        ({"sex": Sex.FEMALE}, {"takes_male": False}, "melayani perempuan, di unit tersendiri"),
        (
            {"birth_date": dt.date(2012, 1, 1)},
            {"age_min": 12, "age_max": 17},
            "melayani anak, di unit tersendiri",
        ),
    ],
)
def test_an_institution_for_them_alone_is_a_unit_of_their_own(client, institution, told):
    case = CaseFactory(to_place=True, **{f"client__{name}": fact for name, fact in client.items()})
    Institution.objects.update(capacity=0)
    sentra("Rumah", **institution)

    assert told in only(case).fits


# Who may not be asked


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"with_agreement": False}, "no_agreement"),
        ({"takes_male": False}, "sex_age"),
        ({"age_max": 25}, "sex_age"),
        ({"age_min": 27}, "sex_age"),
    ],
)
def test_a_hard_condition_leaves_out_and_is_named(case, facts, code):
    institution = sentra("Rumah", **facts)

    assert order(case) == []
    assert left_out(case) == {"Rumah": code}
    assert refusal(case, institution, today=TODAY)[0] == code


def test_a_lapsed_accreditation_leaves_an_ipwl_out():
    case = CaseFactory(to_place=True, base=CareBase.INSTITUTION)
    sentra("Rumah", kind=InstitutionKind.IPWL, accreditation_expires_on=in_days(-1))

    assert left_out(case) == {"Rumah": "not_accredited"}


def test_why_not_here_is_a_sentence(case):
    sentra("Rumah", takes_male=False)

    (told,) = ranking.survey(case, today=TODAY).left_out

    assert told.sentence == "Rumah tidak melayani jenis kelamin atau usia klien ini."


def test_only_those_of_the_clients_province_are_told_why_not(case, cilacap):
    sentra("Seprovinsi", regency=RegencyFactory(code="3273", name="Kota Bandung"), age_max=20)
    sentra("Lain", regency=cilacap, age_max=20)
    sentra("Basis lain", kind=InstitutionKind.IPWL)
    sentra("Tidak aktif", is_active=False)

    assert left_out(case) == {"Seprovinsi": "sex_age"}


def test_whoever_may_be_asked_is_refused_nothing(case):
    institution = sentra("Rumah")

    assert order(case) == ["Rumah"]
    assert refusal(case, institution, today=TODAY) is None


# What it costs


def test_500_candidates_come_with_one_query_for_the_case_and_one_for_all_of_them(
    case, django_assert_num_queries
):
    institutions = Institution.objects.bulk_create(
        Institution(
            name=f"Rumah {number}",
            kind=InstitutionKind.BALAI,
            regency=case.client.regency,
            capacity=10,
        )
        for number in range(500)
    )
    Agreement.objects.bulk_create(
        AgreementFactory.build(institution=institution) for institution in institutions[:-1]
    )

    with django_assert_num_queries(2):
        survey = ranking.survey(case, today=TODAY)
        assert [bool(c.fits and c.standing) for c in survey.candidates] == [True] * 499
        assert len(survey.left_out) == 1
