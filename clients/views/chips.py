"""The links around the client list: stages with counts, filters to take off, headings that sort."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from clients.enums import Sex
from clients.events import event_groups, kinds_in
from clients.filters import RISKS, STAGE_LABELS
from common import dates
from common.chips import Chip, choice_chips, removable_chips, with_query
from partners.enums import CareBase


@dataclass(frozen=True, slots=True)
class Heading:
    label: str
    url: str = ""
    sort: str = ""  # the value of aria-sort; none for a column that cannot sort


def stage_chips(counts: dict[str, int], stage: str) -> list[Chip]:
    """A stage begins anew: no other filter stays in force."""
    stages = STAGE_LABELS.items()
    return choice_chips(QueryDict(), "tahap", stages, chosen=stage, counts=counts)


def active_filters(
    query: QueryDict, chosen: dict[str, Any], workers: list[tuple[str, str]]
) -> list[Chip]:
    """All but the stage, which has chips of its own."""
    return removable_chips(query, chosen, _words(workers))


def _words(workers: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "cari": lambda text: _("Cari: %(text)s") % {"text": text},
        "risiko": dict(RISKS).get,
        "petugas": lambda pk: dict(workers).get(pk, _("Pekerja sosial lain")),
        "basis": dict(CareBase.choices).get,
        "kelamin": dict(Sex.choices).get,
        "terlambat": lambda _on: _("Terlambat"),
        "sejak": lambda day: _("Dibuka sejak %(day)s") % {"day": dates.day(day)},
        "sampai": lambda day: _("Dibuka sampai %(day)s") % {"day": dates.day(day)},
    }


@lru_cache(maxsize=4)
def filter_options(_language: str | None) -> dict[str, list[tuple[str, str]]]:
    """What the sheet of filters offers to everybody, as plain text: lazy labels cost on every visit."""
    choices = {"risiko": RISKS, "basis": CareBase.choices, "kelamin": Sex.choices}
    return {name: [(value, str(label)) for value, label in rows] for name, rows in choices.items()}


def headings(query: QueryDict) -> list[Heading]:
    return [
        _heading(query, _("Klien"), "nama"),
        Heading(_("Tahap")),
        Heading(_("Risiko")),
        Heading(_("Pekerja sosial")),
        _heading(query, _("Tindak lanjut"), "tempo"),
    ]


def _heading(query: QueryDict, label: str, key: str) -> Heading:
    sort = query.get("urut", "")
    now = {key: "ascending", f"-{key}": "descending"}.get(sort, "none")
    wanted = f"-{key}" if now == "ascending" else key
    return Heading(label, with_query(query, urut=wanted), now)


def event_chips(group: str, root: str) -> list[Chip]:
    """`root` is the file's own address: the page may stand at another one after a reveal."""
    everything = Chip(_("Semua"), root, active=not kinds_in(group))
    groups = [
        Chip(one.label, f"{root}?jenis={one.key}", active=one.key == group)
        for one in event_groups()
    ]
    return [everything, *groups]
