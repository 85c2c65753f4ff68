"""Step X: what would change the proposal, so that worker and client can see a way forward."""

from screening.engine.cases import Case
from screening.engine.rules import Effect, Rule
from screening.engine.rulesets.v2026_1.law import is_minor
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.rulesets.v2026_3.adjusters import may_be_lowered, open_conditions
from screening.engine.texts import Text, listed


_UNKNOWN = "decision 0044 (unknown is not safe)"


def _follows_class(case: Case) -> bool:
    """No order, no preference and nothing barred stands between the class and the base."""
    return case.base is not None and case.base == case.own_base and case.facts.court_order is None


def _without_assist(case: Case) -> bool:
    named = any(reading.instrument == "assist" for reading in case.readings)
    return bool(case.readings) and case.assist is None and not named


def _pattern_unknown(case: Case) -> bool:
    unknown = case.injecting == "past_3_months" and case.facts.injecting_days_per_month is None
    return unknown and _follows_class(case) and case.risk != "high"


def _raised(case: Case) -> bool:
    """Silent while somebody is unprotected: nobody is promised the way back into danger."""
    went_up = bool(case.raises) and case.start != case.risk
    return went_up and _follows_class(case) and not signs.unprotected(case)


def _could_be_lowered(case: Case) -> bool:
    return _follows_class(case) and may_be_lowered(case) and bool(open_conditions(case))


def _child_home_unjudged(case: Case) -> bool:
    unjudged = is_minor(case) and signs.home_unknown(case) and not signs.unprotected(case)
    return unjudged and case.base == "institution" and case.facts.court_order is None


RULES = (
    Rule(
        "X_ASSIST",
        Effect.CHANGE,
        _without_assist,
        Text(
            "Usulan ini belum memakai ASSIST. Lengkapi ASSIST: zat, pola, dan cara pakai menentukan layanan.",
            "This proposal is without ASSIST so far. Complete it: substance, pattern and route decide about "
            "care.",
        ),
        "domain.md 1 row 49; 3.1",
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
        own_words=lambda case: {"open_conditions": listed(open_conditions(case))},
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
    Rule(
        "X_HOME",
        Effect.CHANGE,
        lambda case: case.base == "family" and signs.home_unknown(case),
        Text(
            "Bila rumah ternyata tidak aman, usulan menjadi LKS/IPWL dengan tempat tinggal yang aman.",
            "If the home proves to be unsafe, the proposal becomes an LKS/IPWL with a safe place to stay.",
        ),
        _UNKNOWN,
    ),
    Rule(
        "X_PROTECTION",
        Effect.CHANGE,
        signs.unprotected,
        Text(
            "Sesudah perlindungan selesai dan pimpinan menandatanganinya, nilai rumah dan hitung kembali "
            "usulan.",
            "Once protection is settled and a leader has signed it, judge the home and work out the proposal "
            "again.",
        ),
        _UNKNOWN,
    ),
)
