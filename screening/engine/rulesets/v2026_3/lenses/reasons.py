"""Through which of the six lenses each rule looks, so that a reason can say why it is one.

What belongs to no lens speaks of the record (the same person twice), not of the person.
"""

from screening.engine.rulesets.v2026_3.lenses import body, mind, withdrawal


_HOME_FLAGS = ("child_harm", "violence_at_home")
_RULES = {
    "withdrawal": (
        *("C_INJECTING_OFTEN", "C_INJECTING_DIFFERS", "D_INJECTING"),
        *("W_DETOX_ALCOHOL", "W_DETOX_SEDATIVES", "W_DETOX_STOPPED"),
        *("W_OVERDOSE", "W_TOLERANCE", "W_MAINTENANCE_OFFER", "W_MAINTENANCE", "W_EXIT"),
    ),
    "body": (
        *("A1_UNREADABLE", "A1_MEDICAL_FIRST", "A1_CLEARED", "A1_TREATMENT", "A1_ADMITTED"),
        *("B1_HOSPITAL", "W_PREGNANCY", "W_ELDERLY", "W_HIV", "W_TB", "W_CHRONIC"),
        *("W_INJECTING", "W_DISABILITY", "W_INFANT"),
    ),
    "mind": ("A3_LOSS", "D_SRQ20", "D_ASI", "W_SRQ20"),
    "use": (
        *("C_NO_RESULT", "C_LOW", "C_MODERATE", "C_HIGH", "C_TOOLS_DIFFER", "C_SECOND_ASSESSOR"),
        *("C_TOBACCO", "C_ONCE", "C_EARLY_USE", "C_AUDIT_ADVICE", "C_CONTRADICTION"),
        *("D_RELAPSES", "D_POLYDRUG", "D_NOT_IN_USE", "D_RAISED"),
        *("D_LOWERED", "D_LOWERED_FROM_HIGH", "B1_UNSCREENED"),
        *("B2_ASSIST_UNDER_18", "B2_ASSIST_OVER_60", "W_RELAPSE"),
    ),
    "home": (
        *("A2_NO_FAMILY", "A2_NO_SAFE_HOME", "A2_CHILD_HOME_UNJUDGED", "A2_PROTECTION"),
        *("A2_CHILD_HARM", "A2_THREAT", "A2_OPEN", "A2_CONTRADICTION", "A2_SETTLED", "A2_COURT"),
        *("A3_VISIT_HOME", "A3_SHELTER", "B1_ORDER_MISSING", "B1_COURT_ORDER", "B1_RECOMMENDED"),
        *("B1_NOT_FOLLOWED", "B1_DIFFERS", "B1_DIFFERS_ADVICE", "B1_REGISTER_BEHIND"),
        *("B1_LEGAL_PROCESS", "B1_NOT_NOW", "B1_WAITS", "B1_TERMS", "B1_TERM_LONG"),
        *("B1_TERM_SHORT", "B2_FAMILY_FIRST", "B2_NOT_WITH_ADULTS", "B2_CHILD_UNIT", "B2_BAPAS"),
        *("B3_WOMEN_UNIT", "D_HOME", "D_FAMILY_VIOLENT", "D_USER_AT_HOME", "D_FAMILY_REFUSES"),
        *("D_NO_FAMILY", "D_PROTECTION", "S_BALAI_MENTOR", "S_FAMILY_MENTOR", "S_CHILD_AT_HOME"),
        *("S_REENTRY_FAMILY", "S_REMOTE_FAMILY", "S_REENTRY_INSTITUTION"),
        *("W_FAMILY_WEAK", "W_NO_FAMILY", "W_FOREIGNER"),
    ),
    "will": (
        *("B2_AGREED", "B2_GUARDIAN_OPEN", "B2_ASSENT_OPEN", "B2_ASSENT_REFUSED", "B5_REFUSED"),
        *("W_PREVIOUS", "W_GENDER", "W_LANGUAGE"),
    ),
}
_FLAGS = {
    "withdrawal": withdrawal.FLAGS,
    "body": body.FLAGS,
    "mind": mind.FLAGS,
    "home": _HOME_FLAGS,
}
LENS_OF = {
    **{rule: lens for lens, rules in _RULES.items() for rule in rules},
    **{f"A1_{flag.upper()}": lens for lens, flags in _FLAGS.items() for flag in flags},
}
