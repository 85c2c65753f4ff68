"""Protection before a family, the ASI among the adjusters, and the way back from a balai."""

from screening.engine.cases import Case
from screening.engine.rules import Effect, Rule
from screening.engine.texts import Text


ASI_FROM = 6
_SYNERGY = "domain.md 4, combined plan (product rule after ANTARA 2020)"


def _unprotected(case: Case) -> bool:
    return case.base == "family" and case.facts.family_support == "violent"


def _way_back(case: Case) -> bool:
    return case.base == "balai" and case.risk == "high"


def _family_can_receive(case: Case) -> bool:
    return _way_back(case) and case.facts.family_support not in {"refuses", "violent"}


SAFETY = (
    Rule(
        "A2_PROTECTION",
        Effect.WARNING,
        _unprotected,
        Text(
            "Ada kekerasan di rumah: tempuh jalur perlindungan sebelum layanan berbasis keluarga dimulai.",
            "There is violence at home: take the path of protection before family-based care begins.",
        ),
        "domain.md 3.3",
    ),
)
RAISING = (
    Rule(
        "D_ASI",
        Effect.RAISE,
        lambda case: (case.facts.asi_severity or 0) >= ASI_FROM,
        Text(
            "Tingkat keparahan ASI {asi} pada ranah kejiwaan, keluarga, atau hukum.",
            "ASI severity {asi} in the psychiatric, family or legal domain.",
        ),
        "Addiction Severity Index; domain.md 4 D",
    ),
)
SUPPORTING = (
    Rule(
        "S_REENTRY_INSTITUTION",
        Effect.SUPPORT,
        _way_back,
        Text(
            "Menjelang re-entry, LKS/IPWL di dekat rumah ikut mendampingi klien.",
            "Towards re-entry, an LKS/IPWL near home supports the client as well.",
        ),
        _SYNERGY,
        base="institution",
    ),
    Rule(
        "S_REENTRY_FAMILY",
        Effect.SUPPORT,
        _family_can_receive,
        Text(
            "Keluarga disiapkan sejak awal untuk menerima klien kembali.",
            "The family is prepared from the start to receive the client again.",
        ),
        _SYNERGY,
        base="family",
    ),
)
