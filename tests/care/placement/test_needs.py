"""What is looked for in a place, and from which fact."""

import datetime as dt

import pytest

from care.placement.matching.needs import needs_of
from clients.enums import Sex
from partners.enums import CareBase
from regions.kemendagri import PROVINCES
from regions.languages import SPOKEN_IN, Language
from screening.enums import OverrideCode
from tests.care.matching_factories import assessed, overridden, screened
from tests.clients.factories import CaseFactory
from tests.regions.factories import ProvinceFactory, RegencyFactory


pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 3)
CHILD = dt.date(2010, 6, 4)


def special(case):
    return [need.code for need in needs_of(case, today=TODAY).special]


def components(case):
    return [need.code for need in needs_of(case, today=TODAY).components]


def test_a_grown_man_with_work_needs_what_everybody_in_a_balai_does():
    case = CaseFactory(to_place=True, client__occupation="Sopir")

    assert components(case) == ["C1", "C4b"]
    assert special(case) == []


def test_outside_a_balai_nobody_looks_for_board_and_lodging():
    assert components(CaseFactory(to_place=True, base=CareBase.INSTITUTION)) == ["C4b"]


def test_a_child_needs_a_unit_of_its_own_care_and_its_family():
    case = CaseFactory(to_place=True, client__birth_date=CHILD)

    assert special(case) == ["children"]
    assert components(case) == ["C1", "C2", "C3", "C4b"]


def test_a_woman_needs_a_unit_of_her_own():
    assert special(CaseFactory(to_place=True, client__sex=Sex.FEMALE)) == ["women"]


@pytest.mark.parametrize(
    ("fact", "need"),
    [
        ({"pregnant": True}, "pregnancy"),
        ({"opioid_maintenance": True}, "opioid"),
        ({"srq20": 6}, "mental_illness"),
    ],
)
def test_what_the_interview_found_is_a_special_need(fact, need):
    case = CaseFactory(to_place=True)
    screened(case, **fact)

    assert special(case) == [need]


def test_what_a_signed_assessment_found_later_is_a_need_too():
    case = CaseFactory(to_place=True)
    screened(case, srq20=2, opioid_maintenance=True)
    assessed(case, srq20=9)

    assert set(special(case)) == {"mental_illness", "opioid"}


@pytest.mark.parametrize(
    "fact", [{"pregnant": None}, {"opioid_maintenance": False}, {"srq20": 5}, {"srq20": None}]
)
def test_what_nobody_has_said_is_no_need(fact):
    case = CaseFactory(to_place=True)
    screened(case, **fact)

    assert special(case) == []


@pytest.mark.parametrize("support", ["weak", "refuses", "violent"])
def test_a_family_that_can_give_little_needs_support(support):
    case = CaseFactory(to_place=True)
    screened(case, family_support=support)

    assert "C3" in components(case)


def test_a_need_with_two_reasons_is_one_need():
    case = CaseFactory(to_place=True, client__birth_date=CHILD)
    screened(case, family_support="weak")

    assert components(case).count("C3") == 1


@pytest.mark.parametrize(
    ("age", "needs_a_trade"), [(17, False), (18, True), (59, True), (60, False)]
)
def test_a_trade_is_for_those_of_working_age(age, needs_a_trade):
    born = TODAY.replace(year=TODAY.year - age)
    case = CaseFactory(to_place=True, client__birth_date=born, client__occupation="Belum bekerja")

    assert ("C5a" in components(case)) is needs_a_trade


@pytest.mark.parametrize(
    ("occupation", "facts"), [(" Belum bekerja", {}), ("", {"works_or_studies": False})]
)
def test_whoever_has_no_work_needs_a_trade(occupation, facts):
    case = CaseFactory(to_place=True, client__occupation=occupation)
    screened(case, **facts)

    assert "C5a" in components(case)


def test_a_child_without_work_needs_no_trade():
    case = CaseFactory(to_place=True, client__birth_date=CHILD)
    screened(case, works_or_studies=False)

    assert "C5a" not in components(case)


def test_the_decisions_reason_is_a_need_too():
    case = CaseFactory(to_place=True)
    screening = screened(case)
    overridden(screening, OverrideCode.DISABILITY)

    assert special(case) == ["wheelchair"]
    assert "C7" in components(case)


def test_the_newest_interview_counts():
    case = CaseFactory(to_place=True)
    screened(case, opioid_maintenance=True)
    screened(case, opioid_maintenance=False)

    assert special(case) == []


def test_each_need_says_where_it_comes_from():
    case = CaseFactory(to_place=True, client__sex=Sex.FEMALE)

    (need,) = needs_of(case, today=TODAY).special

    assert (need.label, need.why) == ("perempuan, di unit tersendiri", "klien perempuan")


def test_the_family_is_thought_to_speak_as_its_province_does():
    bali = ProvinceFactory(code="51", name="Bali")
    case = CaseFactory(to_place=True, client__regency=RegencyFactory(code="5171", province=bali))

    assert needs_of(case, today=TODAY).languages == (Language.BALINESE,)


def test_every_language_is_spoken_somewhere_and_every_province_is_real():
    spoken = {each for languages in SPOKEN_IN.values() for each in languages}

    assert spoken == set(Language)
    assert SPOKEN_IN.keys() <= PROVINCES.keys()
