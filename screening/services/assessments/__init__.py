from screening.services.assessments.saving import PartEntry, PartSaved, StalePart, save_part
from screening.services.assessments.signing import (
    return_assessment,
    sign_assessment,
    submit_assessment,
)
from screening.services.assessments.starting import correct_assessment, start_assessment


__all__ = [
    "PartEntry",
    "PartSaved",
    "StalePart",
    "correct_assessment",
    "return_assessment",
    "save_part",
    "sign_assessment",
    "start_assessment",
    "submit_assessment",
]
