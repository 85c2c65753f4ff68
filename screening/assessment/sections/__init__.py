"""The sections in the order of the task list; each is a module of data.

A section's code and its options' values are kept with the answers: a new wording keeps them, a new meaning
gets a new one.
"""

from screening.assessment.questions import Section
from screening.assessment.sections.family import FAMILY
from screening.assessment.sections.health import HEALTH
from screening.assessment.sections.network import NETWORK
from screening.assessment.sections.psychological import PSYCHOLOGICAL
from screening.assessment.sections.social import SOCIAL
from screening.assessment.sections.spiritual import SPIRITUAL
from screening.assessment.sections.strengths import STRENGTHS
from screening.assessment.sections.summary import SUMMARY


NARRATIVE = (HEALTH, PSYCHOLOGICAL, SOCIAL, SPIRITUAL, FAMILY, NETWORK, STRENGTHS)


def narrative(code: str) -> Section | None:
    return next((section for section in (*NARRATIVE, SUMMARY) if section.code == code), None)
