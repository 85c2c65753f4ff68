from screening.models.assessment import Assessment, AssessmentPart
from screening.models.correcting import Correctable
from screening.models.decision import RoutingDecision
from screening.models.part import Part
from screening.models.screening import Screening
from screening.models.second import SecondAssessment
from screening.models.step import StepChange
from screening.models.urgent import UrgentStep


__all__ = [
    "Assessment",
    "AssessmentPart",
    "Correctable",
    "Part",
    "RoutingDecision",
    "Screening",
    "SecondAssessment",
    "StepChange",
    "UrgentStep",
]
