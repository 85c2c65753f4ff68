"""One case for every rule of ruleset 2026.2: that of 2026.1 (cases.py), and what is new."""

from tests.screening.engine.cases import (
    FIRING,
    HIGH_RESULT,
    LOW_RESULT,
    MODERATE_RESULT,
    assist,
    rated,
)
from tests.screening.engine.sheets import MODERATE


ORDER = {"court_order": "balai", "order_by": "tat", "order_months": 6}
AGREED = {"age": 15, "guardian_consent": True, "child_assent": True}
TO_FAMILY = {"court_order": "family"}
TO_INSTITUTION = {"court_order": "institution"}

NEW = [
    ("A2_PROTECTION", LOW_RESULT, {"court_order": "family", "family_support": "violent"}),
    ("B1_TERMS", LOW_RESULT, ORDER),
    ("B1_TERM_LONG", LOW_RESULT, {**ORDER, "order_months": 14}),
    ("B1_TERM_SHORT", HIGH_RESULT, {**ORDER, "order_months": 5}),
    ("B1_HOSPITAL", LOW_RESULT, {**ORDER, "red_flags": ["overdose"]}),
    ("B2_AGREED", LOW_RESULT, AGREED),
    ("B2_GUARDIAN_OPEN", LOW_RESULT, {"age": 17}),
    ("B2_ASSENT_OPEN", LOW_RESULT, {"age": 17}),
    ("B2_ASSENT_REFUSED", LOW_RESULT, {"age": 17, "child_assent": False}),
    ("B2_NOT_WITH_ADULTS", HIGH_RESULT, {"age": 17}),
    ("B2_BAPAS", LOW_RESULT, {"age": 17, "legal_status": "police"}),
    ("B4_OTHER_CASE", LOW_RESULT, {"other_open_case": True}),
    ("B4_DUPLICATE", LOW_RESULT, {"possible_duplicate": True}),
    ("D_ASI", LOW_RESULT, {"asi_severity": 6}),
    ("S_REENTRY_INSTITUTION", HIGH_RESULT, {}),
    ("S_REENTRY_FAMILY", HIGH_RESULT, {}),
    ("X_ORDER_TERM", LOW_RESULT, {"court_order": "balai"}),
    ("F_CLASS_FAMILY", LOW_RESULT, {}),
    ("F_CLASS_INSTITUTION", MODERATE_RESULT, {}),
    ("F_CLASS_BALAI", HIGH_RESULT, {}),
    ("F_ORDER_FAMILY", LOW_RESULT, TO_FAMILY),
    ("F_ORDER_INSTITUTION", LOW_RESULT, TO_INSTITUTION),
    ("F_ORDER_BALAI", LOW_RESULT, ORDER),
    ("G_ORDER_FAMILY", LOW_RESULT, ORDER),
    ("G_ORDER_INSTITUTION", LOW_RESULT, ORDER),
    ("G_ORDER_BALAI", LOW_RESULT, TO_FAMILY),
    ("G_HEAVIER_FAMILY", MODERATE_RESULT, {}),
    ("G_HEAVIER_INSTITUTION", HIGH_RESULT, {}),
    ("G_LIGHTER_INSTITUTION", LOW_RESULT, {}),
    ("G_LIGHTER_BALAI", MODERATE_RESULT, {}),
    ("F_SAFE_HOME", LOW_RESULT, {"home_safe": True}),
    ("F_STRONG_FAMILY", LOW_RESULT, {"family_support": "strong"}),
    ("F_WORK_AT_HOME", LOW_RESULT, {"works_or_studies": True}),
    ("F_CHILD_AT_HOME", LOW_RESULT, {"age": 12}),
    ("F_REMOTE_HOME", LOW_RESULT, {"remote": True}),
    ("G_UNSAFE_HOME", LOW_RESULT, {"home_safe": False}),
    ("G_USER_AT_HOME", LOW_RESULT, {"active_user_in_household": True}),
    ("G_WEAK_FAMILY", LOW_RESULT, {"family_support": "refuses"}),
    ("G_VIOLENT_FAMILY", LOW_RESULT, {"family_support": "violent"}),
    ("F_WORK_OUTPATIENT", LOW_RESULT, {"works_or_studies": True}),
    ("F_FAMILY_HELPED", LOW_RESULT, {"family_support": "weak"}),
    ("G_REMOTE_INSTITUTION", LOW_RESULT, {"remote": True}),
    ("F_NO_HOME", LOW_RESULT, {"home_safe": False}),
    ("F_RELAPSES", LOW_RESULT, {"relapses_after_treatment": 2}),
    ("F_INJECTING", assist(q8="past_3_months", opioids=MODERATE), {}),
    ("G_WORK_LOST", LOW_RESULT, {"works_or_studies": True}),
    ("G_CHILD_AWAY", LOW_RESULT, {"age": 12}),
    ("G_WOMAN_UNIT", LOW_RESULT, {"sex": "female"}),
]
FIRING_2026_2 = [case for case in FIRING if case[0] != "B2_GUARDIAN"] + NEW
TWO_APART = LOW_RESULT | rated(dast10="high")
