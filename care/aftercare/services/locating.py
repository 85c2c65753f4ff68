"""The locator sheet, filled in with the person before care ends."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from care.aftercare_enums import LocatorKind
from care.event_kinds import CareEvent
from care.models import LocatorEntry
from care.transitions.plan import demand_open
from clients.models import Case
from clients.rules import demand_consent
from clients.transitions import lock_case, tell
from common.errors import DomainError


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who knows the person, as the person told of them."""

    kind: str
    name: str
    relation: str
    channel: str = ""
    whereabouts: str = ""
    words: str = ""


@transaction.atomic
def add_to_locator(*, case: Case, known: Known, actor: User, at: datetime) -> LocatorEntry:
    case = lock_case(case)
    demand_open(case)
    demand_consent(case.client)
    _demand_sound(known)
    entry = LocatorEntry.objects.create(case=case, **asdict(known), added_by=actor, added_at=at)
    tell(case, CareEvent.LOCATOR_CHANGED, actor=actor, at=at)
    return entry


@transaction.atomic
def remove_from_locator(*, entry: LocatorEntry, actor: User, at: datetime) -> None:
    """The row goes, its history stays."""
    case = lock_case(entry.case)
    demand_open(case)
    LocatorEntry.objects.filter(pk=entry.pk).delete()
    tell(case, CareEvent.LOCATOR_CHANGED, actor=actor, at=at)


def _demand_sound(known: Known) -> None:
    if known.kind == LocatorKind.DO_NOT_TELL:
        return
    if not known.channel:
        raise DomainError(_("Pilih cara orang ini dihubungi."), code="no_channel", field="channel")
    if not known.words.strip():
        raise DomainError(
            _("Tulis apa yang boleh dikatakan kepada orang ini."), code="no_words", field="words"
        )
