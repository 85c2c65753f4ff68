"""Step D: circumstances that raise the class by one, however many hold, or lower it by one."""

from screening.engine.cases import Case
from screening.engine.rules import Effect, Rule
from screening.engine.texts import Text


RELAPSES_FROM = 2
SRQ20_FROM = 6  # cut-off used in Indonesian screening, domain.md 3.2
SUBSTANCES_FROM = 2
_SOURCE = "domain.md 4 D (product rule)"

LOWERING_CONDITIONS: tuple[tuple[str, object, Text], ...] = (
    ("assessed", True, Text("asesmen lengkap", "a full assessment")),
    ("family_support", "strong", Text("dukungan keluarga kuat", "strong family support")),
    ("stage_of_change", "action", Text("klien di tahap aksi", "the client in the action stage")),
    (
        "works_or_studies",
        True,
        Text("pekerjaan atau sekolah yang perlu dijaga", "work or school to protect"),
    ),
    (
        "case_conference_agreed",
        True,
        Text("persetujuan konferensi kasus", "agreement of a case conference"),
    ),
)


def open_conditions(case: Case) -> list[Text]:
    """What is still missing before the class may be lowered."""
    return [
        text for fact, wanted, text in LOWERING_CONDITIONS if getattr(case.facts, fact) != wanted
    ]


def may_be_lowered(case: Case) -> bool:
    return not case.raises and case.facts.court_order is None and case.start in {"moderate", "high"}


def _lowered(case: Case) -> bool:
    return may_be_lowered(case) and not open_conditions(case)


def _lowered_from_high(case: Case) -> bool:
    return case.start == "high" and _lowered(case)


def _raised(case: Case) -> bool:
    return bool(case.raises) and case.start != case.risk


def injects_now(case: Case) -> bool:
    return case.injecting == "past_3_months" or bool(case.facts.injecting_days_per_month)


def _relapsed(case: Case) -> bool:
    return (case.facts.relapses_after_treatment or 0) >= RELAPSES_FROM


def _several_substances(case: Case) -> bool:
    return len(case.bands_at("moderate", "high")) >= SUBSTANCES_FROM


def _distressed(case: Case) -> bool:
    return (case.facts.srq20 or 0) >= SRQ20_FROM


def _unsafe_home(case: Case) -> bool:
    return case.facts.home_safe is False


def _user_at_home(case: Case) -> bool:
    return case.facts.active_user_in_household is True


def _family_refuses(case: Case) -> bool:
    return case.facts.family_support == "refuses"


def _family_violent(case: Case) -> bool:
    return case.facts.family_support == "violent"


RULES = (
    Rule(
        "D_INJECTING",
        Effect.RAISE,
        injects_now,
        Text("Menyuntik dalam tiga bulan terakhir.", "Injecting within the last three months."),
        "WHO ASSIST v3.1 manual (question 8); domain.md 4 D",
    ),
    Rule(
        "D_RELAPSES",
        Effect.RAISE,
        _relapsed,
        Text(
            "Kambuh {relapses} kali setelah menjalani layanan.",
            "{relapses} relapses after treatment.",
        ),
        _SOURCE,
    ),
    Rule(
        "D_POLYDRUG",
        Effect.RAISE,
        _several_substances,
        Text(
            "Lebih dari satu zat di kelas sedang atau tinggi ({heavier_substances}).",
            "More than one substance in the moderate or high class ({heavier_substances}).",
        ),
        _SOURCE,
    ),
    Rule(
        "D_SRQ20",
        Effect.RAISE,
        _distressed,
        Text(
            "Skor SRQ-20 {srq20}: beban pikiran dan perasaan perlu perhatian; rujuk ke tenaga "
            "kesehatan jiwa.",
            "SRQ-20 score {srq20}: emotional strain calls for attention; refer to a mental-health "
            "worker.",
        ),
        "SRQ-20 cut-off 6 (domain.md 3.2); domain.md 4 D",
    ),
    Rule(
        "D_HOME",
        Effect.RAISE,
        _unsafe_home,
        Text("Belum ada rumah yang aman.", "There is no safe home yet."),
        _SOURCE,
    ),
    Rule(
        "D_USER_AT_HOME",
        Effect.RAISE,
        _user_at_home,
        Text(
            "Ada anggota rumah tangga yang masih memakai zat.",
            "Someone in the household still uses a substance.",
        ),
        _SOURCE,
    ),
    Rule(
        "D_FAMILY_REFUSES",
        Effect.RAISE,
        _family_refuses,
        Text(
            "Keluarga belum bersedia mendampingi.",
            "The family is not ready to give support yet.",
        ),
        _SOURCE,
    ),
    Rule(
        "D_FAMILY_VIOLENT",
        Effect.RAISE,
        _family_violent,
        Text(
            "Ada kekerasan dalam keluarga; utamakan perlindungan klien.",
            "There is violence in the family; the client's protection comes first.",
        ),
        _SOURCE,
    ),
    Rule(
        "D_RAISED",
        Effect.REASON,
        _raised,
        Text(
            "Karena keadaan di atas, kelas naik satu tingkat: dari {start} menjadi {risk}.",
            "For these circumstances the class goes up by one: from {start} to {risk}.",
        ),
        _SOURCE,
    ),
    Rule(
        "D_LOWERED",
        Effect.LOWER,
        _lowered,
        Text(
            "Asesmen lengkap, keluarga mendukung kuat, klien di tahap aksi, ada pekerjaan atau sekolah "
            "yang perlu dijaga, dan konferensi kasus menyetujui: kelas turun satu tingkat dari {start}.",
            "Assessment complete, strong family support, the client in the action stage, work or school "
            "to protect, and a case conference agreed: the class goes down by one from {start}.",
        ),
        _SOURCE,
    ),
    Rule(
        "D_LOWERED_FROM_HIGH",
        Effect.WARNING,
        _lowered_from_high,
        Text(
            "Turun dari kelas tinggi: perlu persetujuan supervisor dan telaah ulang paling lambat 14 "
            "hari.",
            "Down from the high class: a supervisor's approval is needed, and a review within 14 days.",
        ),
        "domain.md 4 D (override rule)",
    ),
)
