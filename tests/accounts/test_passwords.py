"""Passwords that somebody who knows the institution would try first."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tests import people


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "password",
    [
        "kemensos2026!",
        "Rehabilitasi-Napza",
        "ATENSI.atensi.1",
        "balaikenanga99",
        "Sentra-Melati-2026",
        "narkotika12345",
        "password123456",
        "123456789012",
        "bismillah-2026",
        "sebelas sig",
        "a" * 129,
    ],
)
def test_a_password_of_the_institution_is_refused(password):
    people.melati(), people.kenanga()

    with pytest.raises(ValidationError):
        validate_password(password)


@pytest.mark.parametrize(
    "password",
    [
        "sepatu-merah-di-atap",
        "kuda lumping kemensos pagi",
        "8#4k2!9@1x7$",
        "p" + "kj7-" * 31,
    ],
)
def test_a_password_that_is_mostly_one_s_own_is_taken(password):
    people.melati()

    validate_password(password)


def test_one_s_own_name_is_refused():
    with pytest.raises(ValidationError):
        validate_password("ani-lestari-ani", people.ani())


@pytest.mark.parametrize(("digits", "taken"), [(12, False), (18, False), (19, False), (20, True)])
def test_digits_alone_are_taken_once_they_are_longer_than_any_number_of_a_person(digits, taken):
    number = "73190264851937402685"[:digits]

    if taken:
        validate_password(number)
        return
    with pytest.raises(ValidationError, match="NIP"):
        validate_password(number)
