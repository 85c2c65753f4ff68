"""Passwords that somebody who knows the institution would try first."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from partners.enums import InstitutionKind
from partners.models import Institution


WORDS = """
    kemensos kementerian sosial kemsos atensi napza narkoba narkotika rehabilitasi rehab rehsos
    balai sentra terpadu loka panti lks ipwl bnn peksos pekerja supervisor petugas klien admin
    indonesia merdeka garuda pancasila jakarta bismillah sayang rahasia katasandi password passwd
    qwerty asdfgh bekasi bogor bandung surabaya makassar medan palembang
    januari februari maret april mei juni juli agustus september oktober november desember
"""
LOCAL_WORDS = frozenset(WORDS.split())
ENOUGH = 8
# Telephone numbers have up to 13 digits, NIK and family card 16, the number of an official 18.
LONGER_THAN_NUMBERS = 20


class MaximumLength:
    def __init__(self, max_length: int = 128) -> None:
        self.max_length = max_length

    def validate(self, password: str, user: Any = None) -> None:
        if len(password) > self.max_length:
            raise ValidationError(self.get_help_text(), code="password_too_long")

    def get_help_text(self) -> str:
        return _("Paling banyak %(most)s karakter.") % {"most": self.max_length}


class NumbersOthersKnow:
    """Digits alone are a password like any other once they are no number that a person is known by."""

    def validate(self, password: str, user: Any = None) -> None:
        if password.isdecimal() and len(password) < LONGER_THAN_NUMBERS:
            raise ValidationError(self.get_help_text(), code="password_known_number")

    def get_help_text(self) -> str:
        return _(
            "Angka saja mudah ditebak sebagai nomor telepon, NIK atau NIP: pakai sedikitnya"
            " %(least)s angka, atau kata-kata."
        ) % {"least": LONGER_THAN_NUMBERS}


class LocalWords:
    """A word of the institution may stand in a password, but not make up most of it."""

    def validate(self, password: str, user: Any = None) -> None:
        letters = password.lower()
        for word in sorted(LOCAL_WORDS | _names_of_institutions(), key=len, reverse=True):
            letters = letters.replace(word, " ")
        if letters == password.lower():
            return
        if len(re.sub(r"[\W\d_]", "", letters)) < ENOUGH:
            raise ValidationError(
                _("Kata sandi ini mudah ditebak oleh orang yang mengenal tempat kerja Anda."),
                code="password_local_words",
            )

    def get_help_text(self) -> str:
        return _("Jangan hanya memakai kata dari tempat kerja Anda.")


def _names_of_institutions() -> set[str]:
    names = Institution.objects.filter(kind=InstitutionKind.BALAI).values_list("name", flat=True)
    return {word for name in names for word in re.findall(r"[^\W\d_]{4,}", name.lower())}
