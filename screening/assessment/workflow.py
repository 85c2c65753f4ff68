"""The allowed moves of an assessment. Anyone can review this table; nothing else changes a status."""

from common.workflow import Workflow
from screening.enums import AssessmentStatus as S


# verb, from, to. A signed one never moves again: a correction is a new one.
ASSESSMENT = Workflow(
    ("submit", (S.DRAFT,), S.SUBMITTED),
    ("return", (S.SUBMITTED,), S.DRAFT),
    ("sign", (S.SUBMITTED,), S.SIGNED),
    title="Asesmen",
)
