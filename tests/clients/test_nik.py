"""What a NIK may be (domain facts, section 7)."""

from datetime import date

import pytest

from clients.enums import Sex
from clients.nik import PROVINCES, check_nik, looks_like_nik, mask_nik, tidy_nik


MAN, WOMAN = "3271011503000004", "3271015503000004"


@pytest.mark.parametrize(
    "nik",
    [
        MAN,
        WOMAN,
        "3271013112990001",
        "3271017112990001",  # a woman born on the 31st
        "3271012902000001",  # 29 February 2000
        "3271012902960001",  # 29 February 1996
        "9171010101900001",  # a card from Papua before 2022
        "9671010101900001",
        " 3271 0115 0300 0004 ",
        "3271.01.150300.0004",
    ],
)
def test_a_possible_nik_has_no_errors(nik):
    assert check_nik(nik).errors == ()


@pytest.mark.parametrize(
    ("nik", "complaint"),
    [
        ("", "16 angka"),
        ("327101150300000", "16 angka"),
        ("32710115030000041", "16 angka"),
        ("32710115030O0004", "16 angka"),
        ("٣٢٧١٠١١٥٠٣٠٠٠٠٠٤", "16 angka"),
        ("2071011503000004", "provinsi"),
        ("9771011503000004", "provinsi"),  # 97 is a code of the statistics office only
        ("0071011503000004", "provinsi"),
        ("3271010003000004", "tanggal lahir"),
        ("3271013203000004", "tanggal lahir"),
        ("3271014003000004", "tanggal lahir"),  # day 40 is neither a man's nor a woman's
        ("3271017203000004", "tanggal lahir"),
        ("3271013104000004", "tanggal lahir"),  # 31 April
        ("3271011513000004", "tanggal lahir"),
        ("3271012902970001", "tanggal lahir"),  # no 29 February in 1997 or 2097
        ("3271011503000000", "0000"),
    ],
)
def test_an_impossible_nik_is_told_why(nik, complaint):
    assert any(complaint in str(error) for error in check_nik(nik).errors)


def test_there_are_thirty_eight_provinces():
    assert len(PROVINCES) == 38


def test_a_nik_that_fits_the_form_raises_no_doubts():
    check = check_nik(WOMAN, sex=Sex.FEMALE, birth_date=date(2000, 3, 15))

    assert check.warnings == ()


def test_another_sex_on_the_card_is_only_a_doubt():
    check = check_nik(WOMAN, sex=Sex.MALE)

    assert (check.errors, len(check.warnings)) == ((), 1)


def test_another_birth_date_on_the_card_is_only_a_doubt():
    check = check_nik(MAN, birth_date=date(2000, 3, 16))

    assert (check.errors, len(check.warnings)) == ((), 1)


def test_the_century_is_not_on_the_card():
    assert check_nik(MAN, birth_date=date(1900, 3, 15)).warnings == ()


def test_an_unknown_regency_code_is_only_a_doubt():
    check = check_nik(MAN, regency_known=False)

    assert (check.errors, len(check.warnings)) == ((), 1)


def test_a_mask_leaves_the_first_and_last_four_digits():
    assert mask_nik(MAN) == "3271••••••••0004"


def test_no_nik_has_no_mask():
    assert mask_nik("") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [(MAN, True), ("3271 0115 0300 0004", True), ("KPN-26-00412", False), ("Siti", False)],
)
def test_a_search_knows_a_nik_when_it_sees_one(text, expected):
    assert looks_like_nik(text) is expected


def test_people_group_the_digits_as_they_like():
    assert tidy_nik(" 3271-0115 0300.0004 ") == MAN
