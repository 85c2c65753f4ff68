"""What must be settled before a person leaves for the place, or before care at home begins.

Each is a warning of its own; here it is only said which of them cannot wait until they have arrived, and of
what kind it is: health, consent, guardian, papers, medicine, home.
"""

_KINDS = {
    "health": (
        *("A1_TREATMENT", "A1_ADMITTED", "B1_HOSPITAL", "W_DETOX_ALCOHOL", "W_DETOX_SEDATIVES"),
        *("W_DETOX_STOPPED", "W_PREGNANCY", "W_TB"),
    ),
    "consent": ("B5_REFUSED", "B2_ASSENT_OPEN", "B2_ASSENT_REFUSED"),
    "guardian": ("B2_GUARDIAN_OPEN",),
    "papers": ("B1_LEGAL_PROCESS", "B1_NOT_NOW", "B2_BAPAS", "W_FOREIGNER"),
    "medicine": ("W_MAINTENANCE", "W_HIV", "W_CHRONIC"),
    "home": ("A3_VISIT_HOME",),
}
KIND_OF = {rule: kind for kind, rules in _KINDS.items() for rule in rules}
