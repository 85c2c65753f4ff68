from screening.services.decisions import Answer, decide
from screening.services.drafts import Entry, Saved, StaleDraft, save_section, start_screening
from screening.services.endings import finish_screening, refer_to_medical


__all__ = [
    "Answer",
    "Entry",
    "Saved",
    "StaleDraft",
    "decide",
    "finish_screening",
    "refer_to_medical",
    "save_section",
    "start_screening",
]
