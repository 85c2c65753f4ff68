"""Which themes an interview has, what contradicts itself in them, and which figures are counted of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from care.aftercare.outcomes.themes import SUBSTANCES, THEMES, USE
from care.aftercare_enums import OutcomePoint
from screening.assessment.answers import Answers
from screening.assessment.plan import ADULT_FROM, Plan, Planned, Rule
from screening.assessment.questions import Words
from screening.assessment.scales import scale_sections


ASKED: Rule = (True, _("Ditanyakan pada setiap wawancara"))
# Point 0 is the assessment at the beginning: it has both scales (screening/assessment/plan.py).
SCALES_AT = (OutcomePoint.M6, OutcomePoint.M12)
SCALES = ("whoqol_bref", "social_func_worker", "social_func_client")
# Made for adults.
OF_ADULTS = ("whoqol_bref",)
MEASURED: Rule = (False, _("Dibandingkan dengan awal layanan; utuh atau tidak sama sekali"))
OCCUPIED = ("works", "casual", "studies")
HOUSED = ("family", "rent", "work")


def plan_of(point: str, age: int) -> Plan:
    themes = tuple(Planned(section, *ASKED) for section in THEMES)
    if point not in SCALES_AT:
        return themes
    wanted = [code for code in SCALES if age >= ADULT_FROM or code not in OF_ADULTS]
    scales = (section for section in scale_sections() if section.code in wanted)
    return (*themes, *(Planned(section, *MEASURED) for section in scales))


def contradictions(answers: Mapping[str, Answers]) -> list[Words]:
    """Days of any substance lie between the most of one and the sum of all; who did not use did not lapse today."""
    use = answers.get(USE.code, Answers()).coded
    whole, injected = use.get("any"), use.get("injected")
    days = [use.get(code, 0) for code, _label in SUBSTANCES]
    found: list[Words] = []
    if isinstance(whole, int) and not max(days) <= whole <= sum(days):
        found.append(
            _("Hari memakai zat apa pun tidak cocok dengan hari memakai tiap zat: periksa lagi.")
        )
    if isinstance(whole, int) and isinstance(injected, int) and injected > whole:
        found.append(_("Hari menyuntik lebih banyak daripada hari memakai: periksa lagi."))
    return found


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted of an interview: days 0-30 of any substance but tobacco, body and mind 0-20."""

    days_used: int
    is_occupied: bool
    is_housed: bool
    body: int
    mind: int


def figures_of(answers: Mapping[str, Answers]) -> Figures:
    """Of a whole interview."""
    use, work, home, health = (answers[code].coded for code in ("use", "work", "home", "wellbeing"))
    return Figures(
        days_used=use["any"],
        is_occupied=work["occupation"] in OCCUPIED,
        is_housed=home["housing"] in HOUSED,
        body=health["body"],
        mind=health["mind"],
    )
