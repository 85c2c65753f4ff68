"""Step X: what would change the proposal, so that worker and client can see a way forward."""

from screening.engine.cases import Case
from screening.engine.rules import Effect, Rule
from screening.engine.rulesets.v2026_1.adjusters import may_be_lowered, open_conditions
from screening.engine.rulesets.v2026_1.law import is_minor
from screening.engine.texts import Text, listed


def _flagged(case: Case) -> bool:
    return bool(case.flags)


def _unscreened(case: Case) -> bool:
    return not case.readings and not case.flags


def _pattern_unknown(case: Case) -> bool:
    unknown = case.injecting == "past_3_months" and case.facts.injecting_days_per_month is None
    return unknown and _follows_class(case) and case.risk != "high"


def _raised(case: Case) -> bool:
    return _follows_class(case) and bool(case.raises) and case.start != case.risk


def _could_be_lowered(case: Case) -> bool:
    return _follows_class(case) and may_be_lowered(case) and bool(open_conditions(case))


def _open_conditions(case: Case) -> dict[str, Text]:
    return {"open_conditions": listed(open_conditions(case))}


def _child_home_unjudged(case: Case) -> bool:
    return (
        is_minor(case)
        and case.facts.home_safe is None
        and case.risk == "moderate"
        and _follows_class(case)
    )


def _follows_class(case: Case) -> bool:
    """No order and no preference stands between the class and the base."""
    return case.base is not None and case.base == case.own_base and case.facts.court_order is None


RULES = (
    Rule(
        "X_RETRIAGE",
        Effect.CHANGE,
        _flagged,
        Text(
            "Setelah tanda bahaya ditangani, hitung kembali usulan.",
            "Once the red flag is dealt with, work out the proposal again.",
        ),
        "domain.md 4 A1",
    ),
    Rule(
        "X_SCREEN",
        Effect.CHANGE,
        _unscreened,
        Text("Lengkapi skrining ASSIST.", "Complete the ASSIST screening."),
        "domain.md 1 row 49",
    ),
    Rule(
        "X_INJECTING_PATTERN",
        Effect.CHANGE,
        _pattern_unknown,
        Text(
            "Tanyakan pola menyuntik: bila lebih dari 4 hari per bulan, usulan menjadi balai/sentra.",
            "Ask about the pattern of injecting: above 4 days a month the proposal becomes residential.",
        ),
        "domain.md 3.1 (question 8)",
    ),
    Rule(
        "X_RAISED",
        Effect.CHANGE,
        _raised,
        Text(
            "Bila keadaan yang menaikkan kelas teratasi, usulan kembali ke {start_base}.",
            "Once the circumstances that raised the class are resolved, the proposal returns to "
            "{start_base}.",
        ),
        "domain.md 4 D",
    ),
    Rule(
        "X_LOWER",
        Effect.CHANGE,
        _could_be_lowered,
        Text(
            "Usulan dapat turun satu tingkat bila semua ini ada: {open_conditions}.",
            "The proposal may go down by one class once there is also: {open_conditions}.",
        ),
        "domain.md 4 D",
        own_words=_open_conditions,
    ),
    Rule(
        "X_CHILD_HOME",
        Effect.CHANGE,
        _child_home_unjudged,
        Text(
            "Bila rumah dinilai aman bagi anak, layanan berbasis keluarga diutamakan.",
            "If the home is judged safe for the child, family-based care is preferred.",
        ),
        "domain.md 4 B2",
    ),
)
