"""Passwords that were stolen elsewhere, looked up in a file of their hashes (BREACHED_PASSWORDS).

Each line begins with a SHA-1 in hexadecimal, the lines are in order, and what follows (":" and how often it was seen)
is not read: the form in which Have I Been Pwned hands its list out. It is searched where it lies, whatever its size.
"""

import hashlib
import os
import re
from typing import Any, BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


HASH = re.compile(rb"[0-9A-Fa-f]{40}(?=[:\s]|$)")
LENGTH = 40


class NotALine(Exception):
    """The file is not what its setting promises."""


class Breached:
    """Where no list is named nothing is asked, and `check --deploy` says so."""

    def validate(self, password: str, user: Any = None) -> None:
        if settings.BREACHED_PASSWORDS and is_listed(settings.BREACHED_PASSWORDS, password):
            raise ValidationError(
                _("Kata sandi ini ada dalam daftar kata sandi yang pernah bocor. Pilih yang lain."),
                code="password_breached",
            )

    def get_help_text(self) -> str:
        return _("Jangan memakai kata sandi yang pernah bocor.")


def is_listed(path: str, password: str) -> bool:
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with open(path, "rb") as file:  # noqa: PTH123  a string of the settings
        low, high = 0, os.fstat(file.fileno()).st_size
        while low < high:
            middle = (low + high) // 2
            found = line_from(file, middle)
            if found and found < wanted:
                low = middle + 1
            else:
                high = middle
        return line_from(file, low) == wanted


def line_from(file: BinaryIO, place: int) -> bytes:
    """The hash of the first line that begins at `place` or after it; nothing behind the last one."""
    file.seek(max(place - 1, 0))
    if place:
        file.readline()
    line = file.readline()
    if line.strip() and not HASH.match(line):
        raise NotALine(f"{file.name} has a line that begins with no SHA-1.")
    return line[:LENGTH].upper().strip()
