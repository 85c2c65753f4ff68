from screening.services.corrections import fault_of_correcting, start_correction
from screening.services.decisions import Answer, decide
from screening.services.drafts import Entry, Saved, StaleDraft, save_section, start_screening
from screening.services.endings import finish_screening, refer_to_medical
from screening.services.rescreening import sweep_rescreenings
from screening.services.steps import StepAnswer, settle_step


__all__ = [
    "Answer",
    "Entry",
    "Saved",
    "StaleDraft",
    "StepAnswer",
    "decide",
    "fault_of_correcting",
    "finish_screening",
    "refer_to_medical",
    "save_section",
    "settle_step",
    "start_correction",
    "start_screening",
    "sweep_rescreenings",
]
