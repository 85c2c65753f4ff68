"""What screening brings to those below."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES
from clients.waits import Kind, register_waits
from common.menu import Place, register_pages, register_place


def register() -> None:
    _register_waits()
    _register_places()


def _register_places() -> None:
    roles = frozenset(INSTITUTION_ROLES)
    register_place(Place(_("Skrining"), "screening:list", "clipboard-list", 40, roles))
    register_pages("clients:list", "screening:client")


def _register_waits() -> None:
    register_waits(
        {
            "override": Kind(_("Setujui penyimpangan usulan"), "screening:approval"),
            "screening": Kind(_("Lanjutkan skrining"), "screening:continue", "case_id"),
            "assessment": Kind(_("Lanjutkan asesmen"), "screening:assessment"),
            "signature": Kind(_("Sahkan asesmen"), "screening:assessment_sign"),
        }
    )
