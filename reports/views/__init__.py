from reports.views.archive import archive, chart, check, job, new, pdf, report
from reports.views.overrides import overrides
from reports.views.submissions import (
    submission,
    submission_accept,
    submission_activity,
    submission_money,
    submission_new,
    submission_note,
    submission_remove_activity,
    submission_remove_money,
    submission_return,
    submission_send,
    submissions,
)


__all__ = [
    "archive",
    "chart",
    "check",
    "job",
    "new",
    "overrides",
    "pdf",
    "report",
    "submission",
    "submission_accept",
    "submission_activity",
    "submission_money",
    "submission_new",
    "submission_note",
    "submission_remove_activity",
    "submission_remove_money",
    "submission_return",
    "submission_send",
    "submissions",
]
