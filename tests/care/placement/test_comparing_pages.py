"""/penempatan/kasus/<case>/bandingkan/: up to three institutions side by side."""

import re

import pytest
from django.urls import reverse

from clients.models import Case
from partners.enums import CareBase
from partners.models import Institution
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.matching_factories import sentra
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    case = CaseFactory(to_place=True)
    people.kenanga()
    Institution.objects.update(capacity=0)
    return case


@pytest.fixture
def ani(signed_in):
    return signed_in(people.ani())


def looked_at(browser, case, *chosen):
    return browser.get(reverse("care:compare", args=[case.pk]), {"lembaga": chosen})


def shown(page):
    return [each.institution.name for each in page.context["comparison"].candidates]


def problems(page):
    return page.context["comparison"].problems


def test_the_chosen_stand_side_by_side_best_first(ani, case):
    small, large = sentra("Kecil", capacity=3), sentra("Besar")
    sentra("Tidak dipilih")

    page = looked_at(ani, case, small.pk, large.pk)

    assert shown(page) == ["Besar", "Kecil"]
    assert "Urutan 1: dibanding Tidak dipilih" in page.content.decode()
    assert problems(page) == []


def test_each_line_shows_what_is_said_of_both(ani, case):
    one, other = sentra("Kecil", capacity=2), sentra("Besar", admission_criteria="Membawa KTP.")

    page = looked_at(ani, case, one.pk, other.pk).content.decode()

    for said in ("10 tempat kosong hari ini", "tinggal 2 tempat kosong", "Membawa KTP."):
        assert said in page


def test_each_of_them_can_be_asked_from_there(ani, case):
    institution, other = sentra("Rumah"), sentra("Lain")

    page = looked_at(ani, case, institution.pk, other.pk).content.decode()
    (address,) = re.findall(rf'href="([^"]+lembaga={institution.pk})"', page)
    answer = ani.get(address)

    assert answer.context["form"].chosen == str(institution.pk)
    assert re.search(rf'value="{institution.pk}" checked', answer.content.decode())


def test_who_was_chosen_is_shown_however_far_down_it_stands(ani, case):
    for number in range(12):
        sentra(f"Rumah {number}")
    last = sentra("Terakhir", capacity=1)

    page = ani.get(reverse("care:request", args=[case.pk]), {"lembaga": last.pk})

    assert page.context["candidates"][-1].institution == last
    assert page.context["hidden_count"] == 0


def test_of_four_the_first_three_are_compared_and_that_is_said(ani, case):
    institutions = [sentra(f"Rumah {number}").pk for number in range(4)]

    page = looked_at(ani, case, *institutions)

    assert len(shown(page)) == 3
    assert problems(page) == ["Hanya tiga pilihan pertama yang dibandingkan."]


@pytest.mark.parametrize("wrong", ["", "abc", "0", "-1", "99999999999999999999", "1\x00", "987654"])
def test_what_is_no_institution_is_told_and_the_others_shown(ani, case, wrong):
    institutions = [sentra("A").pk, sentra("B").pk]

    page = looked_at(ani, case, *institutions, wrong)

    assert page.status_code == 200
    assert shown(page) == ["A", "B"]
    assert problems(page) == ["Satu pilihan tidak dikenal. Pilih dari daftar."]


def test_who_cannot_be_asked_is_named_with_the_reason(ani, case):
    page = looked_at(ani, case, sentra("A").pk, sentra("B", takes_male=False).pk)

    assert shown(page) == ["A"]
    assert problems(page) == ["B tidak melayani jenis kelamin atau usia klien ini."]


def test_the_same_one_twice_is_one(ani, case):
    institution = sentra("A")

    page = looked_at(ani, case, institution.pk, institution.pk)

    assert shown(page) == ["A"]
    assert "Baru satu lembaga yang dipilih" in page.content.decode()


def test_with_nothing_chosen_the_page_leads_back_to_the_list(ani, case):
    page = looked_at(ani, case).content.decode()

    assert "Belum ada lembaga untuk dibandingkan" in page
    assert f'href="{reverse("care:request", args=[case.pk])}"' in page


def test_the_list_offers_a_box_for_each_and_sends_them_to_the_comparison(ani, case):
    institutions = [sentra("A").pk, sentra("B").pk]

    page = ani.get(reverse("care:request", args=[case.pk])).content.decode()

    assert (
        f'<form id="compare" method="get" action="{reverse("care:compare", args=[case.pk])}">'
        in page
    )
    for pk in institutions:
        assert f'name="lembaga" value="{pk}" form="compare"' in page


def test_one_candidate_alone_has_no_box(ani, case):
    sentra("A")

    page = ani.get(reverse("care:request", args=[case.pk])).content.decode()

    assert 'name="lembaga"' not in page


def test_the_list_says_why_others_of_the_province_are_not_in_it(ani, case):
    sentra("A")
    sentra("B", takes_male=False)

    page = ani.get(reverse("care:request", args=[case.pk])).content.decode()

    assert "1 lembaga di provinsi ini tidak dapat diminta" in page
    assert "B tidak melayani jenis kelamin atau usia klien ini." in page


def test_the_list_says_what_is_looked_for(ani):
    case = CaseFactory(to_place=True, client__sex="female")

    page = ani.get(reverse("care:request", args=[case.pk])).content.decode()

    assert "Perempuan, di unit tersendiri" in page
    assert "klien perempuan" in page


@pytest.mark.parametrize("who", [people.citra, people.dewi])
def test_a_stranger_finds_nothing(signed_in, case, who):
    assert looked_at(signed_in(who()), case).status_code == 404


def test_the_receiving_side_may_not_look_for_another_place(signed_in, case):
    PlacementFactory(case=case, institution=people.kenanga())

    assert looked_at(signed_in(people.eko()), case).status_code == 403


def test_a_case_that_waits_for_an_answer_is_led_to_it(ani, case):
    PlacementFactory(case=case)

    assert looked_at(ani, case).url == reverse("care:open", args=[case.pk])


def test_with_the_family_there_is_nothing_to_compare(ani, case):
    Case.objects.filter(pk=case.pk).update(base=CareBase.FAMILY)
    institution = sentra("A")

    page = looked_at(ani, case, institution.pk)

    assert problems(page) == ["A tidak melayani basis layanan ini."]
    assert shown(page) == []


def test_three_cost_as_much_as_one(ani, case, django_assert_max_num_queries):
    institutions = [sentra(f"Rumah {number}").pk for number in range(3)]

    with django_assert_max_num_queries(13):
        looked_at(ani, case, *institutions)
