"""One NIK, one client of an institution: said kindly before the database says it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from clients.facts import Identity
from clients.models import Client
from clients.rules import institution_of
from common.errors import DomainError
from common.sealed import index_of


def columns_of(identity: Identity) -> dict[str, Any]:
    return {name: getattr(identity, name) for name in Identity.__slots__}


@contextmanager
def saving_nik() -> Iterator[None]:
    """Another service may have saved the same NIK between our look and our save; then the database says so."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "client_unique_nik_in_institution" not in str(error):
            raise
        raise DomainError(
            _("NIK ini sudah terdaftar di lembaga Anda."), code="nik_in_use", field="nik"
        ) from error


def refuse_nik_in_use(nik: str, actor: User, *, but: Client | None = None) -> None:
    """Name the existing client only to those who may see them."""
    if not nik:
        return
    same = Client.objects.filter(
        institution_id=institution_of(actor), nik_index=index_of("nik", nik)
    )
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
