"""What the desk brings to those below: where everybody begins, and the bell."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from common.menu import LINKS, Link, Place, register_place


def register() -> None:
    register_place(Place(_("Beranda"), "desk:home", "home", 10, frozenset(Role)))
    LINKS.add("notices", Link("desk:notices"))
