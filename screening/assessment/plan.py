"""Which sections a person needs, who fills each, whether it must be whole, and why it is there."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from screening.assessment.questions import Section, Words
from screening.assessment.scales import scale_sections
from screening.assessment.sections import NARRATIVE
from screening.assessment.sections.family import FAMILY
from screening.assessment.sections.summary import SUMMARY
from screening.enums import AssessmentKind


ADULT_FROM = 18
CRAFFT_FROM = 12
ASQ_FROM = 10
MADE_FOR_ADULTS = _("Disusun untuk orang dewasa; isi bila membantu")


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What decides on the plan: who the person is, and what the screening said of them."""

    kind: str = AssessmentKind.INITIAL
    age: int | None = None
    has_family: bool = False
    no_family: bool = False
    uses_alcohol: bool = False
    uses_drugs: bool = False

    @property
    def is_minor(self) -> bool:
        return self.age is not None and self.age < ADULT_FROM


@dataclass(frozen=True, slots=True)
class Planned:
    section: Section
    is_required: bool
    why: Words


Plan = tuple[Planned, ...]
Rule = tuple[bool, Words]

ALWAYS: Rule = (True, _("Selalu diisi"))


def plan_for(facts: PlanFacts) -> Plan:
    """The whole plan: narrative sections, the instruments that this person needs, the conclusion."""
    rules = _scale_rules(facts)
    scales = [section for section in scale_sections() if section.code in rules]
    return (
        *(Planned(section, *_narrative_rule(section, facts)) for section in NARRATIVE),
        *(Planned(section, *rules[section.code]) for section in scales),
        Planned(SUMMARY, is_required=True, why=_("Diisi terakhir")),
    )


def _narrative_rule(section: Section, facts: PlanFacts) -> Rule:
    if section is FAMILY and facts.no_family:
        return False, _("Klien tidak mempunyai keluarga")
    return ALWAYS


def _scale_rules(facts: PlanFacts) -> dict[str, Rule]:
    return {
        **_substance_rules(facts),
        **(_child_rules(facts) if facts.is_minor else {}),
        **_wellbeing_rules(facts),
        "readiness": (True, _("Kesiapan berubah ikut menentukan usulan")),
        "social_func_worker": (True, _("Ukuran keberfungsian sosial dari awal sampai akhir")),
        "social_func_client": (True, _("Klien menilai dirinya sendiri")),
        **(_family_rules(facts) if facts.has_family else {}),
    }


def _substance_rules(facts: PlanFacts) -> dict[str, Rule]:
    """DAST-10 and AUDIT were made for adults: of a minor CRAFFT is asked instead."""
    rules: dict[str, Rule] = {}
    if facts.uses_drugs:
        rules["dast10"] = (True, _("Skrining menunjukkan pemakaian napza"))
    if facts.uses_alcohol:
        rules["audit"] = (True, _("Skrining menunjukkan pemakaian alkohol"))
    return dict.fromkeys(rules, (False, MADE_FOR_ADULTS)) if facts.is_minor else rules


def _child_rules(facts: PlanFacts) -> dict[str, Rule]:
    """CRAFFT is for 12 to 21 years; the other scale is our own and helps the talk at any age."""
    is_of_age = facts.age is not None and facts.age >= CRAFFT_FROM
    return {
        "crafft": (
            is_of_age,
            _("Skrining zat untuk remaja")
            if is_of_age
            else _("Disusun untuk usia 12 tahun ke atas"),
        ),
        "child_child": (True, _("Rencana layanan anak bertumpu pada kekuatannya")),
        "child_carer": (False, _("Bila orang tua atau pengasuh dapat ditemui")),
    }


def _wellbeing_rules(facts: PlanFacts) -> dict[str, Rule]:
    """Both questionnaires were made for adults; for a minor they are a help to the talk, not a measure."""
    if facts.is_minor:
        is_of_age = facts.age is not None and facts.age >= ASQ_FROM
        return {
            "srq20": (False, MADE_FOR_ADULTS),
            "asq": (is_of_age, _("Keselamatan jiwa ditanyakan langsung kepada setiap remaja")),
        }
    is_measured = facts.kind != AssessmentKind.REVIEW
    return {
        "srq20": (True, _("Kesehatan jiwa diperiksa pada setiap klien dewasa")),
        "asq": (False, _("Bila butir 17 SRQ-20 dijawab ya, atau Anda khawatir")),
        "srq29": (False, _("Bila SRQ-20 enam atau lebih, atau klien pernah mengalami kekerasan")),
        "whoqol_bref": (is_measured, _("Mutu hidup dibandingkan antara awal dan akhir layanan")),
    }


def _family_rules(facts: PlanFacts) -> dict[str, Rule]:
    return {
        "social_func_family": (False, _("Bila keluarga dapat ditemui")),
        "apgar": (False, MADE_FOR_ADULTS)
        if facts.is_minor
        else (True, _("Keluarga klien tercatat")),
    }
