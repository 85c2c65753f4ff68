"""Step C: the risk class is the highest over all instruments and substances except tobacco."""

from collections.abc import Callable

from screening.engine.cases import Case
from screening.engine.levels import Risk, distance
from screening.engine.rules import Effect, Rule
from screening.engine.texts import Text


OFTEN_INJECTING_ABOVE = 4  # days a month; the ASSIST manual's line between brief and intensive help


def _class_is(risk: Risk) -> Callable[[Case], bool]:
    return lambda case: case.tools_risk == risk


def _no_result(case: Case) -> bool:
    return not case.readings and not case.flags and case.facts.court_order is None


def injects_often(case: Case) -> bool:
    return (case.facts.injecting_days_per_month or 0) > OFTEN_INJECTING_ABOVE


def _tools_apart(case: Case) -> int:
    return distance(reading.risk for reading in case.readings)


def _tools_differ(case: Case) -> bool:
    return case.tools_risk is not None and _tools_apart(case) >= 1


def _tools_far_apart(case: Case) -> bool:
    return _tools_apart(case) >= 2


def _tobacco_alone(case: Case) -> bool:
    band = case.band("tobacco")
    return band is not None and band.risk != "low" and not case.bands_at("moderate", "high")


def _injecting_answers_differ(case: Case) -> bool:
    return case.injecting in {"never", "earlier"} and bool(case.facts.injecting_days_per_month)


RULES = (
    Rule(
        "C_NO_RESULT",
        Effect.REASON,
        _no_result,
        Text(
            "Belum ada hasil skrining, jadi tempat layanan belum dapat diusulkan.",
            "There is no screening result yet, so no place of care can be proposed.",
        ),
        "domain.md 1 row 49 (RRI, 16-11-2020): screening comes before placement",
    ),
    Rule(
        "C_LOW",
        Effect.REASON,
        _class_is("low"),
        Text(
            "Hasil skrining di kelas rendah ({evidence}): layanan berbasis keluarga dengan "
            "pendampingan peksos.",
            "The screening is in the low class ({evidence}): family-based care with a social worker's "
            "support.",
        ),
        "WHO ASSIST v3.1 manual (bands); RRI, 16-11-2020 (low risk to family)",
    ),
    Rule(
        "C_MODERATE",
        Effect.REASON,
        _class_is("moderate"),
        Text(
            "Hasil skrining di kelas sedang dan perlu perhatian ({evidence}): layanan LKS/IPWL di "
            "masyarakat atau rawat jalan.",
            "The screening is in the moderate class and calls for attention ({evidence}): LKS/IPWL care "
            "in the community or as an outpatient.",
        ),
        "WHO ASSIST v3.1 manual (bands); domain.md 4 C (product rule)",
    ),
    Rule(
        "C_HIGH",
        Effect.REASON,
        _class_is("high"),
        Text(
            "Hasil skrining di kelas tinggi dan perlu perhatian lebih ({evidence}): layanan residensial "
            "di balai/sentra.",
            "The screening is in the high class and calls for more attention ({evidence}): residential "
            "care in a centre (balai/sentra).",
        ),
        "WHO ASSIST v3.1 manual (bands); domain.md 4 C (product rule)",
    ),
    Rule(
        "C_INJECTING_OFTEN",
        Effect.TOP,
        injects_often,
        Text(
            "Menyuntik {days} hari per bulan, lebih dari 4 hari: langsung kelas tinggi.",
            "Injecting on {days} days a month, more than 4: the high class directly.",
        ),
        "WHO ASSIST v3.1 manual (question 8); domain.md 4 C",
    ),
    Rule(
        "C_TOOLS_DIFFER",
        Effect.REASON,
        _tools_differ,
        Text(
            "Alat ukur berbeda hasil ({readings}): dipakai kelas yang lebih tinggi.",
            "The instruments differ ({readings}): the higher class is used.",
        ),
        "domain.md 4 C (product rule)",
    ),
    Rule(
        "C_SECOND_ASSESSOR",
        Effect.WARNING,
        _tools_far_apart,
        Text(
            "Alat ukur berbeda dua kelas ({readings}): minta penilai kedua sebelum penempatan.",
            "The instruments are two classes apart ({readings}): ask a second assessor before placement.",
        ),
        "domain.md 4 C (product rule)",
    ),
    Rule(
        "C_TOBACCO",
        Effect.WARNING,
        _tobacco_alone,
        Text(
            "Skor {tobacco} tidak memengaruhi tempat layanan; tawarkan dukungan berhenti merokok.",
            "The score {tobacco} does not affect placement; offer support to stop smoking.",
        ),
        "domain.md 4 C: tobacco alone never above low",
    ),
    Rule(
        "C_INJECTING_DIFFERS",
        Effect.WARNING,
        _injecting_answers_differ,
        Text(
            "Jawaban skrining tentang menyuntik tidak cocok dengan fakta {days} hari per bulan; "
            "pastikan kembali dengan klien.",
            "The screening answer on injecting does not match the fact of {days} days a month; make "
            "sure with the client.",
        ),
        "product rule",
    ),
)
