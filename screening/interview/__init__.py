"""The interview as its pages see it: sections, the rows asked in each, and how far it has come.

Pure: what to ask follows from the draft alone. The questions and their skip rules are the engine's.
"""

from screening.interview.asks import Ask, Choice
from screening.interview.drafts import Draft
from screening.interview.progress import Progress, State, Step, raised_flags
from screening.interview.sections import SECTIONS, Section, find


__all__ = [
    "SECTIONS",
    "Ask",
    "Choice",
    "Draft",
    "Progress",
    "Section",
    "State",
    "Step",
    "find",
    "raised_flags",
]
