"""What upkeep brings to those below: the page of the installation's health."""

from django.utils.translation import gettext_lazy as _

from common.menu import Place, register_place
from upkeep.permissions import WATCH_OVER


def register() -> None:
    health = Place(
        _("Kesehatan sistem"), "upkeep:health", "shield-check", 97, WATCH_OVER, on_phone=False
    )
    register_place(health)
