"""What reports brings to those below."""

from django.utils.translation import gettext_lazy as _

from clients.waits import Kind, register_waits
from reports.enums import SubmissionStatus


def register() -> None:
    register_waits({"submission": Kind(_submission, "reports:submission")})


def _submission(status: str) -> str:
    if status == SubmissionStatus.RETURNED:
        return _("Perbaiki kiriman yang dikembalikan")
    return _("Kirim laporan bulanan lembaga")
