"""The comprehensive assessment: its sections as data, which of them a person needs, how far it has come.

Pure: it knows neither the database nor the clock. The instruments among the sections are the engine's.
"""

from screening.assessment.answers import Answers
from screening.assessment.plan import Plan, PlanFacts, Planned, plan_for
from screening.assessment.progress import Progress, State, Step
from screening.assessment.questions import Kind, Question, Section


__all__ = [
    "Answers",
    "Kind",
    "Plan",
    "PlanFacts",
    "Planned",
    "Progress",
    "Question",
    "Section",
    "State",
    "Step",
    "plan_for",
]
