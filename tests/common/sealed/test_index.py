import pytest

from common.sealed import ends_with, index_of
from tests.common.sealed import keys


NIK = "3271011503000004"


def test_the_same_number_has_the_same_index_however_it_is_grouped():
    assert index_of("nik", "3271 0115-0300.0004") == index_of("nik", NIK)


@pytest.mark.parametrize("other", ["+62 812-3456-7890", "62812 3456 7890", "(0812) 34567890"])
def test_a_telephone_is_one_number_with_or_without_its_country(other):
    assert index_of("tel", other) == index_of("tel", "081234567890")


def test_a_foreign_telephone_is_not_an_indonesian_one():
    assert index_of("tel", "+6581234567") != index_of("tel", "06581234567")


def test_a_nik_and_a_family_card_with_the_same_digits_differ():
    assert index_of("nik", NIK) != index_of("kk", NIK)


@pytest.mark.parametrize("kind", ["nik", "kk", "tel"])
def test_no_number_has_no_index(kind):
    assert index_of(kind, "") == ""


def test_another_key_gives_another_index(tmp_path, settings):
    ours = index_of("nik", NIK)
    settings.FIELD_KEYS_FILE = str(keys.write(tmp_path / "field-keys", "k"))

    assert index_of("nik", NIK) != ours


@pytest.mark.parametrize("one", ["+62 (0274) 512345", "62 274 512345", "0274.512345"])
def test_the_zero_of_an_area_goes_with_the_country(one):
    assert index_of("tel", one) == index_of("tel", "(0274) 512345")


def test_the_end_of_a_telephone_is_its_last_four_digits():
    assert index_of("tel_end", "0812-3456-7890") == index_of("tel_end", "7890")
    assert index_of("tel_end", "789") == ""


@pytest.mark.parametrize(("end", "expected"), [("67890", True), ("57890", False), ("0274", False)])
def test_a_longer_end_is_compared_with_the_number_itself(end, expected):
    assert ends_with("0812-3456-7890", end) is expected
