from screening.services.approvals import (
    approve_override,
    refuse_override,
    review_override,
    withdraw_override,
)
from screening.services.decisions import Answer, decide
from screening.services.drafts import Entry, Saved, StaleDraft, save_section, start_screening
from screening.services.endings import finish_screening, refer_to_medical
from screening.services.seconds import record_second


__all__ = [
    "Answer",
    "Entry",
    "Saved",
    "StaleDraft",
    "approve_override",
    "decide",
    "finish_screening",
    "record_second",
    "refer_to_medical",
    "refuse_override",
    "review_override",
    "save_section",
    "start_screening",
    "withdraw_override",
]
