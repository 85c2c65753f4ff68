"""One NIK, one client of an institution: said kindly before the database says it."""

from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from atensi.common.errors import DomainError
from clients.facts import Identity
from clients.models import Client
from clients.rules import institution_of


def columns_of(identity: Identity) -> dict[str, Any]:
    return {name: getattr(identity, name) for name in Identity.__slots__}


def refuse_nik_in_use(nik: str, actor: User, *, but: Client | None = None) -> None:
    """Name the existing client only to those who may see them."""
    if not nik:
        return
    same = Client.objects.filter(institution_id=institution_of(actor), nik=nik)
    taken = (same.exclude(pk=but.pk) if but else same).first()
    if taken is None:
        return
    if Client.objects.visible_to(actor).filter(pk=taken.pk).exists():
        message = _("NIK ini sudah terdaftar pada klien %(number)s.") % {
            "number": taken.registration_number
        }
    else:
        message = _(
            "NIK ini sudah terdaftar di lembaga Anda. Hubungi supervisor Anda untuk membuka berkasnya."
        )
    raise DomainError(message, code="nik_in_use", field="nik")
