"""The allowed moves of a submission. Anyone can review this table; nothing else changes a status."""

from common.workflow import Workflow
from reports.enums import SubmissionStatus as S


# verb, from, to
SUBMISSION = Workflow(
    ("send", (S.DRAFT, S.RETURNED), S.SUBMITTED),
    ("accept", (S.SUBMITTED,), S.ACCEPTED),
    ("return", (S.SUBMITTED,), S.RETURNED),
    title="Kiriman laporan",
)


def may_edit(status: str) -> bool:
    """What may still be sent may still be changed."""
    return SUBMISSION.may("send", status)
