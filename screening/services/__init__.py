from screening.services.approvals import (
    approve_override,
    refuse_override,
    review_override,
    withdraw_override,
)
from screening.services.corrections import fault_of_correcting, start_correction
from screening.services.decisions import Answer, decide
from screening.services.drafts import Entry, Saved, StaleDraft, save_section, start_screening
from screening.services.endings import finish_screening, refer_to_medical
from screening.services.rescreening import plan_case, sweep_rescreenings
from screening.services.seconds import record_second
from screening.services.steps import StepAnswer, settle_step


__all__ = [
    "Answer",
    "Entry",
    "Saved",
    "StaleDraft",
    "StepAnswer",
    "approve_override",
    "decide",
    "fault_of_correcting",
    "finish_screening",
    "plan_case",
    "record_second",
    "refer_to_medical",
    "refuse_override",
    "review_override",
    "save_section",
    "settle_step",
    "start_correction",
    "start_screening",
    "sweep_rescreenings",
    "withdraw_override",
]
