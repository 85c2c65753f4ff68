"""What exports bring to those below: their place, the way from each list, and searches under the key file."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from clients.models.wait import EXPORT
from clients.waits import Kind, register_waits
from common.menu import LINKS, Link, Place, register_place
from common.sealed.keyring import HIDDEN
from exports.services.asking import hide_questions_again


def register() -> None:
    everybody = frozenset(Role.values)
    register_place(
        Place(_("Ekspor"), "exports:list", "file-download", 96, everybody, on_phone=False)
    )
    register_waits({EXPORT: Kind(_("Periksa permintaan ekspor"), "exports:answer")})
    LINKS.add("export", Link("exports:new"))
    HIDDEN.add("questions of exports", hide_questions_again)
