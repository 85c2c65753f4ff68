"""What reports bring to those below."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES, Role
from clients.waits import Kind, register_waits
from common.menu import Place, register_place
from reports.enums import SubmissionStatus


READERS = {*INSTITUTION_ROLES, Role.MINISTRY_ADMIN, Role.AUDITOR}


def register() -> None:
    _register_waits()
    register_place(Place(_("Laporan"), "reports:list", "report", 90, READERS, on_phone=False))


def _register_waits() -> None:
    register_waits({"submission": Kind(_submission, "reports:submission")})


def _submission(status: str) -> str:
    if status == SubmissionStatus.RETURNED:
        return _("Perbaiki kiriman yang dikembalikan")
    return _("Kirim laporan bulanan lembaga")
