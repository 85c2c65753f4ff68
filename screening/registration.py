"""What screening brings to those below."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES
from common.menu import Place, register_pages, register_place


def register() -> None:
    _register_places()


def _register_places() -> None:
    roles = frozenset(INSTITUTION_ROLES)
    register_place(Place(_("Skrining"), "screening:list", "clipboard-list", 40, roles))
    register_pages("clients:list", "screening:client")
