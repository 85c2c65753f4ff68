"""Results and facts for routing tests, and one case for every rule of ruleset 2026.1."""

from types import SimpleNamespace

from hypothesis import strategies as st

from screening.engine import facts, red_flags, route, score
from tests.screening.engine.sheets import HIGH, LOW, MODERATE, SUBSTANCES, sheet


def assist(q8="never", **used):
    return {"assist": score("assist", sheet(q8=q8, **used))}


def rated(**risks):
    """Results of instruments that the engine does not know."""
    return {name: SimpleNamespace(risk=risk) for name, risk in risks.items()}


LOW_RESULT = assist(cannabis=LOW)
MODERATE_RESULT = assist(cannabis=MODERATE)
HIGH_RESULT = assist(amphetamine=HIGH)
RESULTS = {"low": LOW_RESULT, "moderate": MODERATE_RESULT, "high": HIGH_RESULT}
INJECTING_RESULT = assist(q8="past_3_months", opioids=MODERATE)
LOWERING = {
    "assessed": True,
    "family_support": "strong",
    "stage_of_change": "action",
    "works_or_studies": True,
    "case_conference_agreed": True,
}
SAFE_CHILD = {"age": 15, "home_safe": True}


def codes(pairs):
    return [code for code, _ in pairs]


def all_codes(proposal):
    return codes((*proposal.reasons, *proposal.warnings, *proposal.would_change))


def route_2026_2(results, facts=None, ruleset="2026.2"):
    """The rules before 2026.3, which stay published."""
    return route(results, facts, ruleset)


def base(results, **given):
    return route_2026_2(results, given).base


# The rule, and results and facts under which it holds.
FIRING = [
    ("A1_MEDICAL_FIRST", LOW_RESULT, {"red_flags": ["overdose"]}),
    ("B1_COURT_ORDER", LOW_RESULT, {"court_order": "balai"}),
    ("B1_DIFFERS", LOW_RESULT, {"court_order": "balai"}),
    ("B1_UNSCREENED", {}, {"court_order": "balai"}),
    ("B1_WAITS", LOW_RESULT, {"court_order": "balai", "red_flags": ["overdose"]}),
    ("B1_LEGAL_PROCESS", LOW_RESULT, {"legal_status": "police"}),
    ("B2_FAMILY_FIRST", MODERATE_RESULT, SAFE_CHILD),
    ("B2_GUARDIAN", LOW_RESULT, {"age": 17}),
    ("B2_CHILD_UNIT", LOW_RESULT, {"age": 17}),
    ("B2_ASSIST_UNDER_18", LOW_RESULT, {"age": 17}),
    ("B2_ASSIST_OVER_60", LOW_RESULT, {"age": 61}),
    ("B3_WOMEN_UNIT", HIGH_RESULT, {"sex": "female"}),
    ("C_NO_RESULT", {}, {}),
    ("C_LOW", LOW_RESULT, {}),
    ("C_MODERATE", MODERATE_RESULT, {}),
    ("C_HIGH", HIGH_RESULT, {}),
    ("C_INJECTING_OFTEN", INJECTING_RESULT, {"injecting_days_per_month": 5}),
    ("C_TOOLS_DIFFER", LOW_RESULT | rated(dast10="moderate"), {}),
    ("C_SECOND_ASSESSOR", LOW_RESULT | rated(dast10="high"), {}),
    ("C_TOBACCO", assist(tobacco="daily daily never - never never"), {}),
    ("C_INJECTING_DIFFERS", LOW_RESULT, {"injecting_days_per_month": 2}),
    ("D_INJECTING", INJECTING_RESULT, {}),
    ("D_RELAPSES", LOW_RESULT, {"relapses_after_treatment": 2}),
    ("D_POLYDRUG", assist(cannabis=MODERATE, other=MODERATE), {}),
    ("D_SRQ20", LOW_RESULT, {"srq20": 6}),
    ("D_HOME", LOW_RESULT, {"home_safe": False}),
    ("D_USER_AT_HOME", LOW_RESULT, {"active_user_in_household": True}),
    ("D_FAMILY_REFUSES", LOW_RESULT, {"family_support": "refuses"}),
    ("D_FAMILY_VIOLENT", LOW_RESULT, {"family_support": "violent"}),
    ("D_RAISED", LOW_RESULT, {"srq20": 6}),
    ("D_LOWERED", MODERATE_RESULT, LOWERING),
    ("D_LOWERED_FROM_HIGH", HIGH_RESULT, LOWERING),
    ("S_BALAI_MENTOR", MODERATE_RESULT, {"family_support": "weak"}),
    ("S_REMOTE_FAMILY", LOW_RESULT, {"remote": True}),
    ("S_CHILD_AT_HOME", MODERATE_RESULT, SAFE_CHILD),
    ("W_DETOX_ALCOHOL", assist(alcohol="daily never never never never never"), {}),
    ("W_DETOX_SEDATIVES", assist(sedatives="daily never never never never never"), {}),
    ("W_INJECTING", INJECTING_RESULT, {}),
    ("W_PREGNANCY", LOW_RESULT, {"pregnant": True}),
    ("W_MAINTENANCE", LOW_RESULT, {"opioid_maintenance": True}),
    ("X_RETRIAGE", LOW_RESULT, {"red_flags": ["overdose"]}),
    ("X_SCREEN", {}, {}),
    ("X_INJECTING_PATTERN", assist(q8="past_3_months", opioids=LOW), {}),
    ("X_RAISED", LOW_RESULT, {"srq20": 6}),
    ("X_LOWER", MODERATE_RESULT, {}),
    ("X_CHILD_HOME", MODERATE_RESULT, {"age": 15}),
]

USABLE_FACTS = st.fixed_dictionaries(
    {},
    optional={
        "age": st.integers(0, 130),
        "sex": st.sampled_from(facts.SEXES),
        "pregnant": st.booleans(),
        "legal_status": st.sampled_from(["none", "police", "prison", "other"]),
        "home_safe": st.booleans(),
        "active_user_in_household": st.booleans(),
        "family_support": st.sampled_from(facts.SUPPORT),
        "relapses_after_treatment": st.integers(0, 5),
        "injecting_days_per_month": st.integers(0, 31),
        "srq20": st.integers(0, 20),
        "asi_severity": st.integers(0, 9),
        "dsm_count": st.integers(0, 11),
        "use_pattern": st.sampled_from(facts.PATTERNS),
        "other_open_case": st.booleans(),
        "possible_duplicate": st.booleans(),
        "guardian_consent": st.booleans(),
        "child_assent": st.booleans(),
        "stage_of_change": st.sampled_from(facts.STAGES),
        "case_conference_agreed": st.booleans(),
        "assessed": st.booleans(),
        "works_or_studies": st.booleans(),
        "remote": st.booleans(),
        "opioid_maintenance": st.booleans(),
    },
)
NEW_FACTS = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.booleans() for name in facts.SINCE_2026_3},
        "days_since_exit": st.integers(0, 90),
        "disability": st.sampled_from(facts.DISABILITIES),
        "wants": st.sampled_from(["family", "institution", "balai"]),
        "medical_results": st.dictionaries(
            st.sampled_from([flag.code for flag in red_flags.RED_FLAGS] + ["pregnancy_use"]),
            st.sampled_from(facts.MEDICAL_RESULTS),
            max_size=3,
        ),
    },
)
HARD_FACTS = st.fixed_dictionaries(
    {},
    optional={
        "red_flags": st.sets(st.sampled_from([flag.code for flag in red_flags.RED_FLAGS])),
        "court_order": st.none() | st.sampled_from(["family", "institution", "balai"]),
        "order_by": st.sampled_from(facts.ORDERED_BY),
        "order_months": st.integers(0, 60),
    },
)
ANY_SUBSTANCE = st.sampled_from([s for s in SUBSTANCES if s != "tobacco"])
