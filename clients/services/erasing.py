"""The end of a person's data (UU 27/2022 art. 43-44). The coded case stays, for the figures."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy

from accounts.models import User
from clients import erasure_ledger
from clients.enums import EventKind
from clients.erasure_ledger import Erasure
from clients.models import Case, Client
from clients.naming.keys import keys_of
from clients.rules import refuse_erased
from clients.transitions import tell
from clients.wording import recorded
from common.errors import DomainError
from common.sealed import datakeys


@transaction.atomic
def erase_client(*, client: Client, reason: str, actor: User, at: datetime) -> Client:
    """Destroy the person's key and blank what names them; there is no way back."""
    client = Client.objects.select_for_update(no_key=True).get(pk=client.pk)
    refuse_erased(client)
    if Case.objects.open().filter(client=client).exists():
        raise DomainError(
            _("Kasus klien ini masih terbuka. Tutup kasusnya lebih dahulu."), code="still_open"
        )
    _blank(client, reason, actor, at)
    # Last, so that what fails before leaves no line; what fails after is erased by the next replay.
    erasure_ledger.enter(
        Erasure(at.isoformat(), str(client.key_id), client.registration_number, reason, actor.pk)
    )
    return client


@transaction.atomic
def replay_erasure(*, erasure: Erasure, at: datetime) -> bool:
    """Erase whom a restored backup has brought back; False when there is nobody to erase."""
    key_id = UUID(erasure.key_id)
    client = Client.objects.select_for_update(no_key=True).filter(key_id=key_id).first()
    if client is None or client.erased_at is not None:
        return bool(datakeys.destroy([key_id]))
    _blank(client, erasure.reason, User.objects.get(pk=erasure.by), at)
    return True


def _blank(client: Client, reason: str, actor: User, at: datetime) -> None:
    birth_date = client.birth_date.replace(month=1, day=1)
    Client.objects.filter(pk=client.pk).update(
        name=recorded(gettext_lazy("(dihapus)")),
        keys_index=keys_of("", client.registration_number),
        nik_index="",
        phone_index="",
        phone_end_index="",
        birth_date=birth_date,
        birth_date_estimated=True,
        birth_place="",
        occupation="",
        erased_at=at,
    )
    client.family_contacts.update(phone_index="", phone_end_index="")
    datakeys.destroy([client.key_id])
    for case in client.cases.order_by("-is_current", "-pk")[:1]:
        tell(case, EventKind.ERASED, actor=actor, at=timezone.localtime(at), reason=reason)
    client.refresh_from_db()
