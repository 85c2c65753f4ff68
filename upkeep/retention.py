"""How long a closed file is kept: after RETENTION_YEARS somebody decides, once a year, whether it ends.

Archives in Indonesia are destroyed by a decision and not by a clock (UU 43/2009 art. 51), so nothing is erased unasked;
but a year without a decision is an alarm (Watched.RETENTION).
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import Role
from accounts.models import User
from clients.models import Case, Client
from clients.services.erasing import erase_client
from common.errors import DomainError
from upkeep.enums import Watched
from upkeep.services import note


@dataclass(frozen=True, slots=True)
class Decided:
    erased: list[str]
    kept: list[str]


def past_retention(today: dt.date) -> QuerySet[Any]:
    """Whose last case was closed so long ago, oldest first; `closed_on` is that day."""
    rows: Any = Client.objects.filter(erased_at=None).exclude(cases__in=Case.objects.open())
    found: QuerySet[Any] = rows.annotate(closed_on=Max("cases__closed_on"))
    return found.filter(closed_on__lt=_last_day(today)).order_by("closed_on", "pk")


def end_retention(*, keep: Collection[str], actor: User, at: dt.datetime) -> Decided:
    """Erase all of them but those named in `keep`; each by itself, so that what is done stays done."""
    if actor.role != Role.DATA_OFFICER:
        raise DomainError(
            _("Hanya petugas pelindungan data yang memutuskan akhir masa simpan."), code="role"
        )
    past = list(past_retention(timezone.localdate(at)))
    if strange := set(keep) - {client.registration_number for client in past}:
        raise DomainError(
            _("Bukan berkas yang lewat masa simpan: %s") % ", ".join(sorted(strange)), code="keep"
        )
    ending = [client for client in past if client.registration_number not in keep]
    for client in ending:
        erase_client(client=client, reason=_("Masa simpan berakhir"), actor=actor, at=at)
    note(Watched.RETENTION, is_well=True, text=f"{len(ending)} / {len(past)}", at=at)
    return Decided([client.registration_number for client in ending], sorted(keep))


def _last_day(today: dt.date) -> dt.date:
    """The same day so many years ago; of 29 February the 28th."""
    year = today.year - settings.RETENTION_YEARS
    try:
        return today.replace(year=year)
    except ValueError:
        return today.replace(year=year, day=28)
