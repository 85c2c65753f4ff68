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
from common.enums import ReadAction
from common.errors import DomainError
from common.reading import log_read, reads_of_the_hour
from common.sealed import index_of


NUMBERS_PER_HOUR = 30


class NikInUse(DomainError):
    def __init__(self, message: str, owner: Client | None = None) -> None:
        super().__init__(message, code="nik_in_use", field="nik")
        self.found = [owner.pk] if owner else []


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
        raise NikInUse(_("NIK ini sudah terdaftar di lembaga Anda.")) from error


def refuse_too_many_numbers(actor: User) -> None:
    """Of whatever tells whether a NIK or a telephone is known here, all doors together."""
    if reads_of_the_hour(actor.pk, ReadAction.NUMBER).count() >= NUMBERS_PER_HOUR:
        raise DomainError(
            _("Anda sudah memeriksa banyak NIK atau nomor telepon. Coba lagi satu jam kemudian."),
            code="too_many",
            field="nik",
        )


@contextmanager
def asking_for_nik(nik: str, actor: User, *, misses: bool) -> Iterator[None]:
    """Around the transaction of the work, so that what was asked stays written down when that is refused.

    `misses` are written down too where nothing else tells of them.
    """
    if not nik:
        yield
        return
    refused = None
    with transaction.atomic():
        refuse_too_many_numbers(actor)
        try:
            yield
        except NikInUse as error:
            refused = error
        if refused or misses:
            log_read(actor.pk, ReadAction.NUMBER, refused.found if refused else [])
    if refused:
        raise refused


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
    raise NikInUse(message, taken)
