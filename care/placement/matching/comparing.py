"""Up to three institutions side by side."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from care.placement.matching.aspects import Line, side_by_side
from care.placement.matching.ranking import Candidate, ranked, refusal
from clients.models import Case
from partners.models import Institution


MOST = 3


@dataclass(frozen=True, slots=True)
class Comparison:
    candidates: list[Candidate]
    lines: list[Line]
    problems: list[str]
    """Sentences about what was chosen and cannot be compared."""

    @property
    def has_criteria(self) -> bool:
        return any(each.institution.admission_criteria for each in self.candidates)


def compared(case: Case, chosen: list[int | None], *, today: date) -> Comparison:
    """Those of the institutions `chosen` that may be asked, best first. None is what is no number at all."""
    asked = list(dict.fromkeys(chosen))
    of_those = asked[:MOST]
    offered = {each.institution.pk: each for each in ranked(case, today=today)}
    found = sorted((offered[pk] for pk in of_those if pk in offered), key=lambda each: each.place)
    problems = [_why_not(case, pk, today) for pk in of_those if pk not in offered]
    if len(asked) > MOST:
        problems.append(_("Hanya tiga pilihan pertama yang dibandingkan."))
    return Comparison(found, side_by_side([each.prospect for each in found]), problems)


def _why_not(case: Case, pk: int | None, today: date) -> str:
    institution = Institution.objects.filter(pk=pk).first() if pk else None
    refused = institution and refusal(case, institution, today=today)
    return refused[1] if refused else _("Satu pilihan tidak dikenal. Pilih dari daftar.")
