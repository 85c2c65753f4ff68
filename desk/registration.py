"""What the desk brings to those below: where everybody begins, and the bell."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from clients.waits import Kind, register_waits
from common.menu import LINKS, Link, Place, register_place
from common.summary import register_summary
from desk.selectors import nation


def register() -> None:
    _register_waits()
    register_summary(nation.SUMMARY, nation.count)
    register_place(Place(_("Beranda"), "desk:home", "home", 10, frozenset(Role)))
    LINKS.add("notices", Link("desk:notices"))
    LINKS.add("guide", Link("desk:guide"))
    LINKS.add("search", Link("desk:search"))


def _register_waits() -> None:
    # An institution's agreements stand below the clients, so the desk names them.
    register_waits(
        {
            "agreement": Kind(
                _("Perjanjian segera berakhir"), "partners:institution", "institution_id"
            )
        }
    )
