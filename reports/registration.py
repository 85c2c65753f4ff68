"""What reports bring to those below."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES, Role
from common.menu import Place, register_place


READERS = {*INSTITUTION_ROLES, Role.MINISTRY_ADMIN, Role.AUDITOR}


def register() -> None:
    register_place(Place(_("Laporan"), "reports:list", "report", 90, READERS, on_phone=False))
