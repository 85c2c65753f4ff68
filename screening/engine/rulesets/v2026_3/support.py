"""Step S: who supports the lead base."""

from screening.engine.cases import Case
from screening.engine.rules import Effect, Rule
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.rulesets.v2026_3.law import child_stays_home
from screening.engine.texts import Text


_SYNERGY = "domain.md 4, combined plan (product rule after ANTARA 2020)"


def _mentored(case: Case) -> bool:
    weak = case.facts.family_support in {"weak", "refuses", "violent"} or signs.no_family(case)
    return weak and case.risk == "moderate" and case.base == "institution"


def _weak_family_leads(case: Case) -> bool:
    return case.facts.family_support == "weak" and case.base == "family"


def _child_supported(case: Case) -> bool:
    return child_stays_home(case) and case.risk == "moderate" and case.base == "family"


def _can_receive(case: Case) -> bool:
    """A family that may take the client back after a balai."""
    kept_away = signs.unprotected(case) or signs.no_family(case)
    return (
        case.base == "balai"
        and case.risk == "high"
        and not kept_away
        and case.facts.family_support not in {"refuses", "violent"}
    )


RULES = (
    Rule(
        "S_BALAI_MENTOR",
        Effect.SUPPORT,
        _mentored,
        Text(
            "Dukungan keluarga masih lemah: LKS/IPWL memimpin, balai/sentra menjadi pembimbing.",
            "Family support is still weak: the LKS/IPWL leads, the residential centre mentors.",
        ),
        _SYNERGY,
        base="balai",
    ),
    Rule(
        "S_FAMILY_MENTOR",
        Effect.SUPPORT,
        _weak_family_leads,
        Text(
            "Keluarga memimpin walau dukungannya masih lemah: balai/sentra membimbing keluarga.",
            "The family leads although its support is still weak: the residential centre mentors the family.",
        ),
        _SYNERGY,
        base="balai",
    ),
    Rule(
        "S_CHILD_AT_HOME",
        Effect.SUPPORT,
        _child_supported,
        Text(
            "Kelas sedang pada anak yang tetap di rumah: LKS/IPWL mendukung keluarga.",
            "Moderate class for a child who stays at home: the LKS/IPWL supports the family.",
        ),
        _SYNERGY,
        base="institution",
    ),
    Rule(
        "S_REENTRY_FAMILY",
        Effect.SUPPORT,
        _can_receive,
        Text(
            "Keluarga disiapkan sejak awal untuk menerima klien kembali.",
            "The family is prepared from the start to receive the client again.",
        ),
        _SYNERGY,
        base="family",
    ),
)
