"""The candidates for a case in their order, who was left out and why, and the answer for one institution."""

from collections.abc import Collection, Iterator
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from care.placement.matching import rows
from care.placement.matching.aspects import all_remarks, rank, what_decides
from care.placement.matching.conditions import (
    CONDITIONS,
    Condition,
    Sought,
    first_unmet,
    said_of,
)
from care.placement.matching.needs import Needs, needs_of
from care.placement.matching.prospects import Prospect
from care.placement.matching.remarks import Remark
from clients.models import Case
from partners.models import Institution


@dataclass(frozen=True)
class Candidate:
    """An institution that may be asked. Its sentences are made when somebody reads them."""

    prospect: Prospect
    place: int
    rival: Prospect | None
    """Who stands just before it; behind the first, who stands just after."""

    @property
    def institution(self) -> Any:
        return self.prospect.row

    @property
    def key(self) -> str:
        """As a form holds it."""
        return str(self.institution.pk)

    @property
    def free(self) -> int:
        return self.prospect.free

    @cached_property
    def fits(self) -> tuple[str, ...]:
        return tuple(each.text for each in self._remarks if each.is_for)

    @cached_property
    def cautions(self) -> tuple[str, ...]:
        return tuple(each.text for each in self._remarks if not each.is_for)

    @cached_property
    def standing(self) -> str:
        """Why it stands where it does: by what it is parted from its neighbour."""
        if self.rival is None:
            return _("Satu-satunya lembaga yang dapat diminta hari ini.")
        words = {"other": self.rival.row.name, "place": self.place}
        if self.place == 1:
            words["better"] = what_decides(self.prospect, self.rival).better
            return _("Urutan 1: dibanding %(other)s, lembaga ini %(better)s.") % words
        words["better"] = what_decides(self.rival, self.prospect).better
        return _("Urutan %(place)s: %(other)s %(better)s.") % words

    @cached_property
    def _remarks(self) -> tuple[Remark, ...]:
        return tuple(all_remarks(self.prospect))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An institution of the client's province that may not be asked today."""

    institution: Any
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Survey:
    needs: Needs
    candidates: list[Candidate]
    left_out: list[LeftOut]


def survey(case: Case, *, today: date, exclude: Collection[int] = ()) -> Survey:
    """One query for the needs of the case and one for all institutions; the order is made here."""
    needs = needs_of(case, today=today)
    sought = Sought(case, needs, today)
    listed = Institution.objects.active().for_base(case.base).filter(capacity__gt=0)
    fit, left_out = [], []
    for row in rows.surveyed(case, listed.exclude(pk__in=exclude), today=today):
        unmet = first_unmet(row, sought)
        if unmet is None:
            fit.append(Prospect(row, needs, today))
        elif row.nearness <= rows.SAME_PROVINCE:
            left_out.append(LeftOut(row, unmet.code, said_of(unmet, row.name)))
    left_out.sort(key=lambda each: (each.institution.nearness, each.institution.name.casefold()))
    return Survey(needs, _in_order(fit), left_out)


def ranked(case: Case, *, today: date, exclude: Collection[int] = ()) -> list[Candidate]:
    """Who may be asked for `case`, best first, but for the institutions of `exclude` (their ids)."""
    return survey(case, today=today, exclude=exclude).candidates


def as_if_on(case: Case, base: str) -> Case:
    """The same case with another base, for the rules that match a case with its places; never saved."""
    wanted = copy(case)
    wanted.base = base
    return wanted


def refusal(case: Case, institution: Institution, *, today: date) -> tuple[str, str] | None:
    """Why `institution` may not be asked for `case` today (code, sentence); None when it may."""
    unmet = next(_unmet(case, institution, today), None)
    return (unmet.code, said_of(unmet, institution.name)) if unmet else None


def misfits(case: Case, institution: Institution, *, today: date) -> list[Condition]:
    """What no longer holds of a place that the case has asked for or been given."""
    return list(_unmet(case, institution, today, holds=True))


def _unmet(
    case: Case, institution: Institution, today: date, *, holds: bool = False
) -> Iterator[Condition]:
    row = rows.surveyed(case, Institution.objects.filter(pk=institution.pk), today=today).get()
    sought = Sought(case, needs_of(case, today=today), today, holds)
    return (each for each in CONDITIONS if not each.is_met(row, sought))


def _in_order(fit: list[Prospect]) -> list[Candidate]:
    ordered = sorted(fit, key=rank)
    rivals = [ordered[1] if len(ordered) > 1 else None, *ordered]
    return [
        Candidate(each, place, rival)
        for place, (each, rival) in enumerate(zip(ordered, rivals, strict=False), start=1)
    ]
