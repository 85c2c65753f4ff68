"""What decides who comes first, most important first.

Two institutions are compared by the first aspect, and only where they are alike in it by the next. So the place
of each has one reason that can be said in words, and nothing is added up (docs/decisions/0019-order-of-places.md).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from care.placement.matching import remarks
from care.placement.matching.prospects import Prospect
from care.placement.matching.remarks import Remark


@dataclass(frozen=True, slots=True)
class Aspect:
    title: Promise
    better: Promise
    """Said of the one that comes first: "X <better>"."""
    rank: Callable[[Prospect], Any]
    """The smaller comes first."""
    remarks: Callable[[Prospect], Iterator[Remark]]


ASPECTS = (
    Aspect(
        _("Kebutuhan khusus"),
        _("melayani lebih banyak kebutuhan khusus klien"),
        lambda p: len(p.unserved()),
        remarks.special_needs,
    ),
    Aspect(
        _("Jarak"),
        _("lebih dekat dengan tempat tinggal klien"),
        lambda p: p.nearness,
        remarks.nearness,
    ),
    Aspect(
        _("Tempat"), _("mempunyai tempat kosong hari ini"), lambda p: p.free == 0, remarks.today
    ),
    Aspect(
        _("Layanan yang diperlukan"),
        _("memberi lebih banyak layanan yang diperlukan klien"),
        lambda p: len(p.not_given()),
        remarks.components,
    ),
    Aspect(_("Tenaga"), _("lebih cukup tenaganya"), lambda p: p.staff_short(), remarks.staff),
    Aspect(
        _("Bahasa daerah"),
        _("tercatat berbahasa daerah keluarga klien"),
        lambda p: bool(p.needs.languages) and not p.shared_languages(),
        remarks.language,
    ),
    Aspect(
        _("Pembiayaan"),
        _("biayanya sudah dijamin perjanjian kerja sama"),
        lambda p: not p.is_paid,
        remarks.payment,
    ),
    Aspect(
        _("Perjanjian dan akreditasi"),
        _("tidak segera habis masa perjanjian atau akreditasinya"),
        lambda p: p.papers_ending(),
        remarks.papers,
    ),
    Aspect(_("Tempat"), _("mempunyai lebih banyak tempat kosong"), lambda p: -p.free, remarks.room),
    Aspect(
        _("Yang diterima"),
        _("lebih dulu menurut abjad; selebihnya keduanya setara"),
        lambda p: (p.row.name.casefold(), p.row.pk),
        remarks.admission,
    ),
)


def rank(prospect: Prospect) -> tuple[Any, ...]:
    return tuple(aspect.rank(prospect) for aspect in ASPECTS)


def what_decides(first: Prospect, second: Prospect) -> Aspect:
    """The aspect by which `first` stands before `second`."""
    return next(each for each in ASPECTS if each.rank(first) != each.rank(second))


def all_remarks(prospect: Prospect) -> Iterator[Remark]:
    for aspect in ASPECTS:
        yield from aspect.remarks(prospect)


@dataclass(frozen=True, slots=True)
class Line:
    title: Promise
    cells: list[tuple[Prospect, list[Remark]]]


def side_by_side(prospects: list[Prospect]) -> list[Line]:
    """Under each title what is remarked of each; what is remarked of none is left out."""
    titles = dict.fromkeys(aspect.title for aspect in ASPECTS)
    lines = (Line(title, [(each, _under(title, each)) for each in prospects]) for title in titles)
    return [line for line in lines if any(remarks for _prospect, remarks in line.cells)]


def _under(title: Promise, prospect: Prospect) -> list[Remark]:
    aspects = [aspect for aspect in ASPECTS if aspect.title == title]
    return [remark for aspect in aspects for remark in aspect.remarks(prospect)]
