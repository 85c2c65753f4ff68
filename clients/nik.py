"""The citizen's number: what is certainly wrong with one, and what is merely odd.

PP KK CC DDMMYY SSSS. The first six digits are the place of first issue, not of residence; a woman's day
stands 40 higher; there is no check digit. Packages on the shelf refuse a tenth of today's regencies and
date everyone to the 1900s, so the rules are our own (domain facts, section 7).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from clients.enums import Sex


PROVINCES = frozenset(
    (
        *("11", "12", "13", "14", "15", "16", "17", "18", "19", "21"),
        *("31", "32", "33", "34", "35", "36"),
        *("51", "52", "53"),
        *("61", "62", "63", "64", "65"),
        *("71", "72", "73", "74", "75", "76"),
        *("81", "82"),
        # Six since 2022; cards issued before carry 91 and 94 in their old meaning.
        *("91", "92", "93", "94", "95", "96"),
    )
)
LENGTH = 16
WOMAN = 40
_PHONE = re.compile(r"\(?(\+[1-9]|62|0)[0-9 ().\-]{7,24}")
_BETWEEN_DIGITS = re.compile(r"[\s().\-]+")
PART_OF_PHONE = range(4, 13)
_SEPARATORS = re.compile(r"[\s.\-]+")


@dataclass(frozen=True, slots=True)
class NikCheck:
    """`errors` forbid the number; `warnings` ask for a second look and never block."""

    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def tidy_nik(text: str) -> str:
    """Drop the spaces, dots and dashes that people put between the groups."""
    return _SEPARATORS.sub("", text)


def looks_like_nik(text: str) -> bool:
    nik = tidy_nik(text)
    return len(nik) == LENGTH and nik.isascii() and nik.isdigit()


def looks_like_phone(text: str) -> bool:
    """As people write a whole number: from its 0 or its country on, never a part of one."""
    return bool(_PHONE.fullmatch(text.strip()))


def part_of_phone(text: str) -> str:
    """The digits that somebody remembers of the end of a telephone, or ""."""
    digits = _BETWEEN_DIGITS.sub("", text)
    is_one = digits.isascii() and digits.isdigit() and len(digits) in PART_OF_PHONE
    return digits if is_one else ""


def regency_code(nik: str) -> str:
    return nik[:4]


def mask_nik(nik: str) -> str:
    """The first and last four digits; of a number that is no whole one, nothing."""
    if len(nik) != LENGTH:
        return "•" * 8 if nik else ""
    return f"{nik[:4]}{'•' * 8}{nik[-4:]}"


def check_nik(
    nik: str,
    *,
    sex: str | None = None,
    birth_date: date | None = None,
    regency_known: bool = True,
) -> NikCheck:
    """Weigh a NIK alone and, as far as they are given, beside the facts on the same form."""
    nik = tidy_nik(nik)
    if not looks_like_nik(nik):
        return NikCheck(errors=(_("NIK harus terdiri atas 16 angka."),))
    errors = tuple(_errors(nik))
    return NikCheck(errors, () if errors else tuple(_warnings(nik, sex, birth_date, regency_known)))


def _errors(nik: str) -> Iterator[str]:
    if nik[:2] not in PROVINCES:
        yield _("Dua angka pertama NIK bukan kode provinsi.")
    if not _is_a_day(*_birth_digits(nik)):
        yield _("Angka ke-7 sampai ke-12 NIK bukan tanggal lahir yang benar.")
    if nik.endswith("0000"):
        yield _("Empat angka terakhir NIK tidak boleh 0000.")


def _warnings(
    nik: str,
    sex: str | None,
    birth_date: date | None,
    regency_known: bool,  # noqa: FBT001
) -> Iterator[str]:
    if not regency_known:
        yield _(
            "Kode kabupaten/kota pada NIK tidak dikenal. NIK memuat tempat terbit pertama, jadi boleh berbeda dari tempat tinggal."
        )
    if sex and sex != _sex_in(nik):
        yield _("Jenis kelamin pada NIK berbeda dari isian.")
    if birth_date and _birth_digits(nik) != (
        birth_date.day,
        birth_date.month,
        birth_date.year % 100,
    ):
        yield _("Tanggal lahir pada NIK berbeda dari isian.")


def _birth_digits(nik: str) -> tuple[int, int, int]:
    day, month, year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    return (day - WOMAN if day > WOMAN else day), month, year


def _sex_in(nik: str) -> Sex:
    return Sex.FEMALE if int(nik[6:8]) > WOMAN else Sex.MALE


def _is_a_day(day: int, month: int, year: int) -> bool:
    """The century is not on the card: a day that exists in either one is a day."""
    return any(_exists(century + year, month, day) for century in (1900, 2000))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
