"""Steps S and W: supporting bases of a combined plan, and clinical warnings beside the proposal."""

from screening.engine.cases import Case
from screening.engine.rules import Effect, Rule
from screening.engine.rulesets.v2026_1.adjusters import injects_now
from screening.engine.rulesets.v2026_1.law import family_preferred
from screening.engine.texts import Text


_SYNERGY = "domain.md 4, combined plan (product rule after ANTARA 2020)"


def _mentored(case: Case) -> bool:
    weak = case.facts.family_support in {"weak", "refuses", "violent"}
    return weak and case.risk == "moderate" and case.base == "institution"


def _remote_family(case: Case) -> bool:
    return case.facts.remote is True and case.risk == "low" and case.base == "family"


def _child_supported(case: Case) -> bool:
    return family_preferred(case) and case.risk == "moderate" and case.base == "family"


def _daily_alcohol(case: Case) -> bool:
    return case.recent_use("alcohol") == "daily"


def _daily_sedatives(case: Case) -> bool:
    return case.recent_use("sedatives") == "daily"


def _pregnant(case: Case) -> bool:
    return case.facts.pregnant is True


def _maintained(case: Case) -> bool:
    return case.facts.opioid_maintenance is True


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
        "S_REMOTE_FAMILY",
        Effect.SUPPORT,
        _remote_family,
        Text(
            "Tempat tinggal jauh: keluarga memimpin bersama kader, LKS/IPWL mendampingi lewat kunjungan "
            "jarak jauh.",
            "The home is remote: the family leads with a local volunteer, the LKS/IPWL supports by "
            "tele-visit.",
        ),
        _SYNERGY,
        base="institution",
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
        "W_DETOX_ALCOHOL",
        Effect.WARNING,
        _daily_alcohol,
        Text(
            "Alkohol hampir setiap hari: jangan berhenti sekaligus; perlu detoks medis sebelum "
            "rehabilitasi sosial.",
            "Alcohol nearly every day: do not stop at once; medical detox comes before social "
            "rehabilitation.",
        ),
        "domain.md 3.3",
    ),
    Rule(
        "W_DETOX_SEDATIVES",
        Effect.WARNING,
        _daily_sedatives,
        Text(
            "Obat penenang hampir setiap hari: jangan berhenti sekaligus; perlu detoks medis sebelum "
            "rehabilitasi sosial.",
            "Sedatives nearly every day: do not stop at once; medical detox comes before social "
            "rehabilitation.",
        ),
        "domain.md 3.3",
    ),
    Rule(
        "W_INJECTING",
        Effect.WARNING,
        injects_now,
        Text(
            "Tawarkan tes HIV, hepatitis B, dan hepatitis C serta informasi risiko menyuntik.",
            "Offer tests for HIV, hepatitis B and hepatitis C, and information on injecting risks.",
        ),
        "WHO ASSIST v3.1 manual (question 8); domain.md 3.1",
    ),
    Rule(
        "W_PREGNANCY",
        Effect.WARNING,
        _pregnant,
        Text(
            "Klien hamil: libatkan layanan kebidanan dan adiksi; opioid jangan dihentikan mendadak.",
            "The client is pregnant: involve obstetric and addiction care; opioids must not be stopped "
            "suddenly.",
        ),
        "domain.md 3.3",
    ),
    Rule(
        "W_MAINTENANCE",
        Effect.WARNING,
        _maintained,
        Text(
            "Klien menjalani terapi rumatan opioid: dosis dipertahankan, jangan dipaksa berhenti.",
            "The client is on opioid maintenance: keep the dose, do not force a stop.",
        ),
        "domain.md 3.3",
    ),
)
