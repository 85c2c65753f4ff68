"""What reports bring to those below."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES, Role
from clients.waits import Kind, register_waits
from common.enums import JobStatus
from common.looks import LOOKS, Look
from common.menu import Place, register_place
from common.models import Job
from reports.enums import SubmissionStatus
from reports.models import Submission


READERS = {*INSTITUTION_ROLES, Role.MINISTRY_ADMIN, Role.AUDITOR}


JOB_LOOKS: dict[str, Look] = {
    JobStatus.QUEUED: ("neutral", "clock"),
    JobStatus.RUNNING: ("info", "refresh"),
    JobStatus.DONE: ("success", "circle-check"),
    JobStatus.FAILED: ("danger", "alert-octagon"),
}
SUBMISSION_LOOKS: dict[str, Look] = {
    SubmissionStatus.DRAFT: ("neutral", "pencil"),
    SubmissionStatus.SUBMITTED: ("info", "clock"),
    SubmissionStatus.RETURNED: ("warning", "alert-triangle"),
    SubmissionStatus.ACCEPTED: ("success", "circle-check"),
}


def register() -> None:
    _register_waits()
    LOOKS.add(Job, JOB_LOOKS)
    LOOKS.add(Submission, SUBMISSION_LOOKS)
    register_place(Place(_("Laporan"), "reports:list", "report", 90, READERS, on_phone=False))


def _register_waits() -> None:
    register_waits({"submission": Kind(_submission, "reports:submission")})


def _submission(status: str) -> str:
    if status == SubmissionStatus.RETURNED:
        return str(_("Perbaiki kiriman yang dikembalikan"))
    return str(_("Kirim laporan bulanan lembaga"))
