"""The links above the lists of partners."""

from collections.abc import Callable
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from common.chips import Chip, choice_chips, removable_chips
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


def kind_chips(query: QueryDict, counts: dict[str, int], kind: str) -> list[Chip]:
    offered = [each for each in InstitutionKind if counts.get(each) or each == kind]
    choices = [(each.value, each.label) for each in offered]
    counts = {**counts, "": sum(counts.values())}
    return choice_chips(query, "jenis", choices, chosen=kind, counts=counts)


def status_chips(query: QueryDict, counts: dict[str, int], status: str) -> list[Chip]:
    return choice_chips(query, "status", STATUSES.items(), chosen=status, counts=counts)


def active_filters(query: QueryDict, chosen: dict[str, Any]) -> list[Chip]:
    """All but kind and status, which have chips of their own."""
    words: dict[str, Callable[[Any], Any]] = {
        "cari": lambda text: _("Cari: %(text)s") % {"text": text},
        "provinsi": str,
        "perjanjian": dict(AGREEMENT_CHOICES).get,
    }
    return removable_chips(query, chosen, words)
