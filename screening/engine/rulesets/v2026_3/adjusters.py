"""Steps C and D: the class of the present, what raises it, and what keeps it from going too far.

Least intensive safe setting: distress, injecting on few days, no family and threats raise low to moderate and
no further; nobody goes to a balai for what was taken long ago.
"""

from collections.abc import Iterable

from screening.engine.cases import Case, is_used_now
from screening.engine.levels import RISKS
from screening.engine.results import Band
from screening.engine.rules import Effect, Rule
from screening.engine.rulesets.v2026_1.adjusters import RELAPSES_FROM
from screening.engine.rulesets.v2026_1.law import is_minor
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.rulesets.v2026_3.opening import CHILD_BEFORE
from screening.engine.texts import Text, listed, same
from screening.engine.wording import label_of, name_of


STRONG_FROM = (
    15  # two substances with at least this score, or one of them high (review of 30 November 2026)
)
_STANDARDS = "WHO/UNODC International Standards 2020 (least intensive safe setting); decision 0044"
_PRODUCT = "domain.md 4 D (product rule)"

LOWERING_CONDITIONS: tuple[tuple[str, tuple[object, ...], Text], ...] = (
    ("assessed", (True,), Text("asesmen lengkap", "a full assessment")),
    ("home_safe", (True,), Text("rumah dinilai aman", "a home judged safe")),
    ("family_support", ("strong",), Text("dukungan keluarga kuat", "strong family support")),
    (
        "stage_of_change",
        ("action", "maintenance"),
        Text(
            "klien di tahap aksi atau pemeliharaan",
            "the client in the action or maintenance stage",
        ),
    ),
    (
        "works_or_studies",
        (True,),
        Text("pekerjaan atau sekolah yang perlu dijaga", "work or school to protect"),
    ),
    (
        "case_conference_agreed",
        (True,),
        Text("persetujuan konferensi kasus", "agreement of a case conference"),
    ),
)


def open_conditions(case: Case) -> list[Text]:
    """What is still missing before the class may be lowered."""
    return [
        text
        for fact, wanted, text in LOWERING_CONDITIONS
        if getattr(case.facts, fact) not in wanted
    ]


def _keeps_from_low(case: Case) -> bool:
    """What would raise the low class again: nobody is lowered into it."""
    user_beside_child = is_minor(case) and case.facts.active_user_in_household is True
    return (
        signs.injects(case)
        or signs.srq20(case) >= signs.SRQ20_FROM
        or signs.no_family(case)
        or user_beside_child
    )


def may_be_lowered(case: Case) -> bool:
    return (
        not case.raises
        and not (case.start == "moderate" and _keeps_from_low(case))
        and not signs.needs_shelter(case)
        and case.facts.court_order is None
        and case.start in {"moderate", "high"}
    )


def _lowered(case: Case) -> bool:
    return may_be_lowered(case) and not open_conditions(case)


def _from_low(case: Case) -> bool:
    return case.start == "low"


def _may_raise_for_home(case: Case) -> bool:
    """A child needs protection or another family, not a dormitory, for what is wrong at home."""
    return _from_low(case) or not is_minor(case)


def _audit_advises_more(case: Case) -> bool:
    """Version 1.0 raised the class itself, later ones name the advice."""
    audit = case.scale("audit")
    return audit is not None and (audit.raised or audit.advised is not None)


def _contradicting(case: Case) -> list[Text]:
    scales = [scale.instrument for scale in case.scales if scale.contradictions]
    assist = ["assist"] if case.assist and case.assist.contradictions else []
    return [name_of(instrument) for instrument in (*assist, *scales)]


def _not_now(case: Case) -> bool:
    return case.assist is not None and bool(case.readings) and not signs.uses_now(case)


def _lifetime_bands(case: Case) -> list[Band]:
    """Bands above low of what was taken once and is not taken now."""
    bands = case.assist.all_bands if case.assist else ()
    heavy = (band for band in bands if band.substance != "tobacco" and band.risk != "low")
    return [band for band in heavy if not is_used_now(band)]


def _once(case: Case) -> bool:
    return bool(case.readings) and not case.flags and bool(_lifetime_bands(case))


def _early_use(case: Case) -> bool:
    age = case.facts.age
    return (
        age is not None and age < CHILD_BEFORE and case.assist is not None and signs.uses_now(case)
    )


def _relapsed(case: Case) -> bool:
    """Old relapses of somebody who does not use weigh only at the first interview."""
    often = (case.facts.relapses_after_treatment or 0) >= RELAPSES_FROM
    return often and (signs.uses_now(case) or case.facts.first_screening is True)


def _several_substances(case: Case) -> bool:
    return len(signs.strong_bands(case, STRONG_FROM)) >= 2


def _went_up(case: Case) -> bool:
    if case.start is None or case.risk is None:
        return False
    return bool(case.raises) and RISKS.index(case.risk) > RISKS.index(case.start)


def _scored(bands: Iterable[Band]) -> Text:
    labels = [(label_of(band.substance), band.score) for band in bands]
    return listed([Text(f"{label.id} {score}", f"{label.en} {score}") for label, score in labels])


def _strong(case: Case) -> dict[str, Text]:
    return {"strong_substances": _scored(signs.strong_bands(case, STRONG_FROM))}


CLASS = (
    Rule(
        "C_ONCE",
        Effect.REASON,
        _once,
        Text(
            "Skor seumur hidup ({once}) tidak menentukan kelas: zat itu tidak dipakai dalam tiga bulan "
            "terakhir.",
            "Lifetime scores ({once}) do not set the class: these were not taken within the last three "
            "months.",
        ),
        "WHO ASSIST v3.1 manual (question 2); decision 0044",
        own_words=lambda case: {"once": _scored(_lifetime_bands(case))},
    ),
    Rule(
        "C_EARLY_USE",
        Effect.REASON,
        _early_use,
        Text(
            "Klien berusia {age} tahun: pemakaian apa pun di bawah 15 tahun paling sedikit kelas sedang.",
            "The client is {age} years old: any use under 15 is at least the moderate class.",
        ),
        "NIAAA 2011, screening of youth (12-14 years: any drinking); decision 0044",
    ),
    Rule(
        "C_AUDIT_ADVICE",
        Effect.WARNING,
        _audit_advises_more,
        Text(
            "Jawaban AUDIT menaikkan saran satu tingkat (tanda ketergantungan atau cedera karena minum): "
            "minta penilaian spesialis. Kelas tempat layanan tidak ikut naik.",
            "The AUDIT answers raise the advice by one level (signs of dependence, or harm from drinking): "
            "ask for a specialist's assessment. The class for placement does not rise with it.",
        ),
        "WHO 2001, AUDIT guidelines, second edition; decision 0044",
    ),
    Rule(
        "C_CONTRADICTION",
        Effect.WARNING,
        lambda case: bool(_contradicting(case)),
        Text(
            "Ada jawaban yang saling bertentangan ({tools}): pastikan dengan klien sebelum memutuskan.",
            "Some answers contradict each other ({tools}): make sure with the client before deciding.",
        ),
        "WHO 2001, AUDIT guidelines (skips); decision 0044",
        own_words=lambda case: {"tools": listed(_contradicting(case))},
    ),
)
RAISING = (
    Rule(
        "D_INJECTING",
        Effect.RAISE,
        lambda case: _from_low(case) and signs.injects(case),
        Text("Menyuntik dalam tiga bulan terakhir.", "Injecting within the last three months."),
        "WHO ASSIST v3.1 manual (question 8: up to 4 days a month brief intervention); decision 0044",
    ),
    Rule(
        "D_RELAPSES",
        Effect.RAISE,
        _relapsed,
        Text(
            "Kambuh {relapses} kali setelah menjalani layanan.",
            "{relapses} relapses after treatment.",
        ),
        _PRODUCT,
    ),
    Rule(
        "D_POLYDRUG",
        Effect.RAISE,
        _several_substances,
        Text(
            "Dua zat atau lebih dipakai berat sekarang ({strong_substances}).",
            "Two substances or more are taken heavily at present ({strong_substances}).",
        ),
        _STANDARDS,
        own_words=_strong,
    ),
    Rule(
        "D_SRQ20",
        Effect.RAISE,
        lambda case: _from_low(case) and signs.srq20(case) >= signs.SRQ20_FROM,
        Text(
            "Skor SRQ-20 {srq}: beban pikiran dan perasaan perlu perhatian, sehingga pendampingan LKS/IPWL "
            "diusulkan.",
            "SRQ-20 score {srq}: emotional strain calls for attention, so support by an LKS/IPWL is proposed.",
        ),
        f"SRQ-20 cut-off 6 (Riskesdas); {_STANDARDS}",
        own_words=lambda case: {"srq": same(signs.srq20(case))},
    ),
    Rule(
        "D_HOME",
        Effect.RAISE,
        lambda case: _may_raise_for_home(case) and signs.home_unsafe(case),
        Text("Belum ada rumah yang aman.", "There is no safe home yet."),
        _PRODUCT,
    ),
    Rule(
        "D_FAMILY_VIOLENT",
        Effect.RAISE,
        lambda case: _may_raise_for_home(case) and signs.violence(case),
        Text(
            "Ada kekerasan dalam keluarga; utamakan perlindungan klien.",
            "There is violence in the family; the client's protection comes first.",
        ),
        _PRODUCT,
    ),
    Rule(
        "D_USER_AT_HOME",
        Effect.RAISE,
        lambda case: _may_raise_for_home(case) and case.facts.active_user_in_household is True,
        Text(
            "Ada anggota rumah tangga yang masih memakai zat.",
            "Someone in the household still uses a substance.",
        ),
        _PRODUCT,
    ),
    Rule(
        "D_FAMILY_REFUSES",
        Effect.RAISE,
        lambda case: _may_raise_for_home(case) and case.facts.family_support == "refuses",
        Text(
            "Keluarga belum bersedia mendampingi.",
            "The family is not ready to give support yet.",
        ),
        _PRODUCT,
    ),
    Rule(
        "D_NO_FAMILY",
        Effect.RAISE,
        lambda case: _from_low(case) and signs.no_family(case),
        Text("Tidak ada keluarga yang dapat mendampingi.", "There is no family to give support."),
        _STANDARDS,
    ),
    Rule(
        "D_PROTECTION",
        Effect.RAISE,
        lambda case: _from_low(case) and (signs.child_in_danger(case) or signs.threatened(case)),
        Text(
            "Ada anak dalam bahaya atau ancaman dari luar rumah.",
            "A child is in danger, or somebody outside the home threatens the client.",
        ),
        _STANDARDS,
    ),
)
OUTCOME = (
    Rule(
        "D_NOT_IN_USE",
        Effect.CAP,
        lambda case: case.start is not None and _not_now(case),
        Text(
            "Tidak ada zat selain tembakau yang dipakai dalam tiga bulan terakhir: kelas paling tinggi "
            "sedang, dan usulan memusatkan perhatian pada pencegahan kambuh.",
            "Nothing but tobacco was taken within the last three months: the class is moderate at most, and "
            "care is about preventing a relapse.",
        ),
        _STANDARDS,
    ),
    Rule(
        "D_RAISED",
        Effect.REASON,
        _went_up,
        Text(
            "Karena keadaan di atas, kelas naik satu tingkat: dari {start} menjadi {risk}.",
            "For these circumstances the class goes up by one: from {start} to {risk}.",
        ),
        _PRODUCT,
    ),
    Rule(
        "D_LOWERED",
        Effect.LOWER,
        _lowered,
        Text(
            "Asesmen lengkap, rumah dinilai aman, keluarga mendukung kuat, klien di tahap aksi atau "
            "pemeliharaan, ada pekerjaan atau sekolah yang perlu dijaga, dan konferensi kasus menyetujui: "
            "kelas turun satu tingkat dari {start}.",
            "Assessment complete, the home judged safe, strong family support, the client in the action or "
            "maintenance stage, work or school to protect, and a case conference agreed: the class goes down "
            "by one from {start}.",
        ),
        f"{_PRODUCT}; decision 0044",
    ),
    Rule(
        "D_LOWERED_FROM_HIGH",
        Effect.WARNING,
        lambda case: case.start == "high" and _lowered(case),
        Text(
            "Turun dari kelas tinggi: perlu persetujuan supervisor dan telaah ulang paling lambat 14 "
            "hari.",
            "Down from the high class: a supervisor's approval is needed, and a review within 14 days.",
        ),
        "domain.md 4 D (override rule)",
    ),
)
