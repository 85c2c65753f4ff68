"""The links above the lists of partners."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partners.enums import InstitutionKind
from partners.filters import AGREEMENT_CHOICES


STATUSES = {
    "valid": _("Berlaku"),
    "within_90": _("Berakhir dalam 90 hari"),
    "within_60": _("60 hari"),
    "within_30": _("30 hari"),
    "over": _("Sudah berakhir"),
    "unsigned": _("Belum ditandatangani"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    label: Any
    url: str
    count: int | None = None
    active: bool = False


def kind_chips(query: QueryDict, counts: dict[str, int], kind: str) -> list[Chip]:
    every = Chip(_("Semua"), _with(query, jenis=""), sum(counts.values()), active=not kind)
    kinds = [
        Chip(each.label, _with(query, jenis=each), counts.get(each, 0), active=each == kind)
        for each in InstitutionKind
        if counts.get(each) or each == kind
    ]
    return [every, *kinds]


def status_chips(query: QueryDict, counts: dict[str, int], status: str) -> list[Chip]:
    every = Chip(_("Semua"), _with(query, status=""), counts[""], active=not status)
    return [
        every,
        *(
            Chip(label, _with(query, status=name), counts[name], active=name == status)
            for name, label in STATUSES.items()
        ),
    ]


def active_filters(query: QueryDict, chosen: dict[str, Any]) -> list[Chip]:
    """One removable chip for every filter in force but kind and status, which have chips of their own."""
    words: dict[str, Callable[[Any], Any]] = {
        "cari": lambda text: _("Cari: %(text)s") % {"text": text},
        "provinsi": str,
        "perjanjian": dict(AGREEMENT_CHOICES).get,
    }
    return [
        Chip(words[name](value), _with(query, **{name: ""}))
        for name, value in chosen.items()
        if name in words
    ]


def _with(query: QueryDict, **changes: str) -> str:
    """The same address with some of its questions changed, from its first page."""
    wanted = query.copy()
    wanted.pop("halaman", None)
    for name, value in changes.items():
        wanted.pop(name, None)
        if value:
            wanted[name] = value
    return f"?{wanted.urlencode()}"
