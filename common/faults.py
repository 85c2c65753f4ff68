"""Rules that a form shows beside its fields and a service enforces: field -> sentence, empty when all is well.

One function says what is wrong, all of it at once. A form shows it (`Form.show`), a service refuses (`refuse`).
"""

from collections.abc import Mapping
from datetime import date
from typing import NoReturn

from django.utils.translation import gettext as _

from common.dates import day as told, months_after
from common.errors import DomainError


class Fault(str):
    """A sentence for the person, with a stable word for tests and the API."""

    __slots__ = ("code",)
    code: str

    def __new__(cls, sentence: str, code: str = "unsound") -> "Fault":
        fault = super().__new__(cls, sentence)
        fault.code = code
        return fault


Faults = Mapping[str, Fault]
WHOLE = ""  # no single field is wrong


def refuse(faults: Faults) -> None:
    """The first of them, as a service says it."""
    for field, fault in faults.items():
        _raise(field, fault)


def day_faults(
    field: str, day: date, *, today: date, first: date | None = None, early: str = ""
) -> dict[str, Fault]:
    """A day that is past and not before `first`; `early` says why that one is the first."""
    if day > today:
        return {field: Fault(_("Tanggal tidak boleh setelah hari ini."), "future_date")}
    if first is not None and day < first:
        sentence = early or _("Tanggal tidak boleh sebelum %(first)s.") % {"first": told(first)}
        return {field: Fault(sentence, "too_early")}
    return {}


def demand_day(
    day: date, *, field: str, today: date, first: date | None = None, early: str = ""
) -> None:
    refuse(day_faults(field, day, today=today, first=first, early=early))


def demand_near(day: date, *, field: str, today: date) -> None:
    """A day to come that somebody can still keep: nobody plans further, and a slip of the year is found."""
    if day > months_after(today, 60):
        _raise(field, Fault(_("Tanggal paling lambat lima tahun dari hari ini."), "too_late"))


def _raise(field: str, fault: Fault) -> NoReturn:
    raise DomainError(str(fault), code=fault.code, field=field or None)
