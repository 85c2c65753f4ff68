"""One case for every rule of ruleset 2026.3."""

from screening.engine import score_scale
from tests.screening.engine.cases import (
    FIRING,
    HIGH_RESULT,
    INJECTING_RESULT,
    LOW_RESULT,
    LOWERING,
    MODERATE_RESULT,
    assist,
    rated,
)
from tests.screening.engine.firing import NEW, ORDER
from tests.screening.engine.sheets import HIGH, LOW, MODERATE


def audit(**items):
    """An AUDIT with these answers and all others 0."""
    answers = {f"q{number}": "0" for number in range(1, 11)} | items
    return {"audit": score_scale("audit", answers)}


def srq20(*yes):
    """An SRQ-20 with yes to these items."""
    answers = {f"q{number}": "yes" if number in yes else "no" for number in range(1, 21)}
    return {"srq20": score_scale("srq20", answers)}


def flags(*codes):
    return {"red_flags": list(codes)}


ONCE = "never - - - earlier earlier"
DAILY = "daily never never never never never"
OPIOIDS = assist(opioids=DAILY)
SAFE_HOME = {"home_safe": True}
LOWERED = {**LOWERING, **SAFE_HOME}
TAT = {**ORDER, "court_order": "family"}
SAFE_CHILD = {"age": 15, "home_safe": True}

FRESH = [
    ("A1_UNREADABLE", LOW_RESULT, {"home_safe": "no"}),
    ("A1_MEDICAL_FIRST", LOW_RESULT, flags("overdose")),
    ("A1_CLEARED", LOW_RESULT, {**flags("injury"), "medical_results": {"injury": "cleared"}}),
    ("A1_TREATMENT", LOW_RESULT, {**flags("injury"), "medical_results": {"injury": "treatment"}}),
    ("A1_ADMITTED", LOW_RESULT, {**flags("injury"), "medical_results": {"injury": "admitted"}}),
    ("A2_NO_FAMILY", LOW_RESULT, flags("violence_at_home")),
    ("A2_NO_SAFE_HOME", LOW_RESULT, {"homeless": True}),
    ("A2_CHILD_HOME_UNJUDGED", LOW_RESULT, {"age": 15}),
    ("A2_PROTECTION", HIGH_RESULT, {"family_support": "violent"}),
    ("A2_CHILD_HARM", LOW_RESULT, flags("child_harm")),
    ("A2_THREAT", LOW_RESULT, {"threat": True}),
    ("A2_OPEN", LOW_RESULT, {"protection_settled": False}),
    ("A2_CONTRADICTION", LOW_RESULT, {**SAFE_HOME, "family_support": "violent"}),
    ("A2_SETTLED", LOW_RESULT, {"protection_settled": True}),
    ("A2_COURT", LOW_RESULT, {"court_order": "family", "family_support": "violent"}),
    ("A3_VISIT_HOME", LOW_RESULT, {}),
    ("A3_SHELTER", LOW_RESULT, {"home_safe": False}),
    ("A3_LOSS", LOW_RESULT, {"severe_loss": True}),
    ("B1_ORDER_MISSING", LOW_RESULT, {"legal_status": "court_order"}),
    ("B1_COURT_ORDER", LOW_RESULT, {"court_order": "balai"}),
    ("B1_RECOMMENDED", LOW_RESULT, ORDER),
    ("B1_NOT_FOLLOWED", LOW_RESULT, {**TAT, "family_support": "violent"}),
    ("B1_DIFFERS", LOW_RESULT, {"court_order": "balai"}),
    ("B1_DIFFERS_ADVICE", LOW_RESULT, ORDER),
    ("B1_REGISTER_BEHIND", LOW_RESULT, {**ORDER, "legal_status": "none"}),
    ("B1_NOT_NOW", LOW_RESULT, {"legal_status": "prison"}),
    ("B5_REFUSED", LOW_RESULT, {"consent_refused": True}),
    ("B2_FAMILY_FIRST", MODERATE_RESULT, SAFE_CHILD),
    ("B2_NOT_WITH_ADULTS", LOW_RESULT, {"age": 17}),
    ("B3_WOMEN_UNIT", LOW_RESULT, {"sex": "female", "home_safe": False}),
    ("C_ONCE", assist(cannabis=ONCE), {}),
    ("C_EARLY_USE", LOW_RESULT, {"age": 12}),
    ("C_AUDIT_ADVICE", LOW_RESULT | audit(q9="4"), {}),
    ("C_CONTRADICTION", LOW_RESULT | audit(q2="4"), {}),
    ("D_INJECTING", assist(q8="past_3_months", opioids=LOW), {}),
    ("D_RELAPSES", LOW_RESULT, {"relapses_after_treatment": 2}),
    ("D_POLYDRUG", assist(cannabis=f"{MODERATE[:-11]}past_3_months never", other=HIGH), {}),
    ("D_SRQ20", LOW_RESULT | srq20(1, 2, 3, 4, 5, 6), {}),
    ("D_HOME", LOW_RESULT, {"homeless": True}),
    ("D_FAMILY_VIOLENT", LOW_RESULT, flags("violence_at_home")),
    ("D_NO_FAMILY", LOW_RESULT, {"no_family": True}),
    ("D_PROTECTION", LOW_RESULT, {"threat": True}),
    ("D_NOT_IN_USE", assist(), {}),
    ("D_RAISED", LOW_RESULT, {"srq20": 6}),
    ("D_LOWERED", MODERATE_RESULT, {**LOWERED, "stage_of_change": "maintenance"}),
    ("D_LOWERED_FROM_HIGH", HIGH_RESULT, LOWERED),
    ("S_BALAI_MENTOR", MODERATE_RESULT, {"family_support": "none"}),
    ("S_FAMILY_MENTOR", LOW_RESULT, {"family_support": "weak"}),
    ("S_CHILD_AT_HOME", MODERATE_RESULT, SAFE_CHILD),
    ("S_REENTRY_FAMILY", HIGH_RESULT, {}),
    ("W_DETOX_ALCOHOL", LOW_RESULT | audit(q6="2"), {}),
    ("W_DETOX_SEDATIVES", assist(sedatives=DAILY), {}),
    ("W_DETOX_STOPPED", LOW_RESULT, {"drinking_stopped_suddenly": True}),
    ("W_OVERDOSE", OPIOIDS, {}),
    ("W_TOLERANCE", assist(opioids=ONCE), {}),
    ("W_MAINTENANCE_OFFER", OPIOIDS, {}),
    ("W_PREGNANCY", LOW_RESULT, {"pregnant": True}),
    ("W_SRQ20", HIGH_RESULT, {"srq20": 6}),
    ("W_ELDERLY", LOW_RESULT, {"age": 72}),
    ("W_HIV", LOW_RESULT, {"hiv_art": True}),
    ("W_TB", LOW_RESULT, {"tb_treatment": True}),
    ("W_CHRONIC", LOW_RESULT, {"chronic_disease": True}),
    ("W_RELAPSE", LOW_RESULT, {"relapses_after_treatment": 1}),
    ("W_PREVIOUS", LOW_RESULT, {"previous_provider": True}),
    ("W_EXIT", LOW_RESULT, {"days_since_exit": 9}),
    ("W_FAMILY_WEAK", LOW_RESULT, {"family_support": "weak"}),
    ("W_NO_FAMILY", LOW_RESULT, {"no_family": True}),
    ("W_DISABILITY", LOW_RESULT, {"disability": "sensory"}),
    ("W_INFANT", LOW_RESULT, {"cares_for_infant": True}),
    ("W_GENDER", LOW_RESULT, {"gender_diverse": True}),
    ("W_FOREIGNER", LOW_RESULT, {"foreigner": True}),
    ("W_LANGUAGE", LOW_RESULT, {"language": True}),
    ("X_ASSIST", rated(dast10="moderate"), {}),
    ("X_INJECTING_PATTERN", INJECTING_RESULT, {}),
    ("X_LOWER", MODERATE_RESULT, {}),
    ("X_CHILD_HOME", LOW_RESULT, {"age": 15}),
    ("X_HOME", LOW_RESULT, {}),
    ("X_PROTECTION", LOW_RESULT, flags("child_harm")),
    ("X_ORDER_BY", LOW_RESULT, {"court_order": "balai"}),
    ("G_HOME_UNKNOWN", LOW_RESULT, {}),
    ("G_NOT_PROTECTED", LOW_RESULT, {"threat": True}),
    (
        "F_INJECTING",
        assist(q8="past_3_months", opioids=MODERATE),
        {"injecting_days_per_month": 9},
    ),
]
_FRESH_CODES = {code for code, _, _ in FRESH}
_GONE = {"B2_GUARDIAN", "A2_PROTECTION"}
FIRING_2026_3 = FRESH + [
    case for case in FIRING + NEW if case[0] not in _FRESH_CODES and case[0] not in _GONE
]
