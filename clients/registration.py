"""What clients bring to those below."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES, Role
from common.menu import Place, register_place


WATCHERS = {Role.AUDITOR, Role.DATA_OFFICER}


def register() -> None:
    _register_places()


def _register_places() -> None:
    workers = frozenset(INSTITUTION_ROLES)
    register_place(Place(_("Klien"), "clients:list", "users", 20, workers | {Role.AUDITOR}))
    emergencies = {Role.DATA_OFFICER}
    register_place(Place(_("Akses darurat"), "clients:emergencies", "lock", 22, emergencies))
    register_place(Place(_("Riwayat akses"), "audit:accesses", "history", 24, WATCHERS))
    register_place(
        Place(_("Tugas"), "clients:tasks", "list-check", 30, workers, on_phone=False),
        "clients:tasks",
    )
    register_place(
        Place(
            _("Akses darurat"),
            "clients:emergency",
            "lock",
            95,
            {Role.MINISTRY_ADMIN},
            on_phone=False,
        )
    )
