"""A finished screening never changes: whoever finds a mistake writes a new one that names the old."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from clients.transitions import lock_case, tell
from common.errors import DomainError
from screening.enums import ScreeningEvent
from screening.models import Screening
from screening.models.screening import BESIDE
from screening.services.drafts import demand_consent


SHORTEST_REASON = 10


@transaction.atomic
def start_correction(*, screening: Screening, reason: str, actor: User, at: datetime) -> Screening:
    """A draft with the old answers. It takes the old one's place when it is finished, not before."""
    case = lock_case(screening.case)
    old = Screening.objects.get(pk=screening.pk)
    old.case = case
    if draft := case.screenings.drafts().filter(corrects=old).first():
        return draft
    _demand_correctable(old)
    demand_consent(case)
    if len(reason.strip()) < SHORTEST_REASON:
        raise DomainError(
            _("Tulis apa yang keliru, paling sedikit %(letters)s huruf.")
            % {"letters": SHORTEST_REASON},
            code="no_reason",
            field="reason",
        )
    correction = Screening.objects.create(
        case=case,
        instrument=old.instrument,
        version=old.version,
        kind=old.kind,
        reason=old.reason,
        corrects=old,
        correction_reason=reason.strip(),
        answers=old.answers,
        red_flags=old.red_flags,
        facts=old.facts,
        substances=old.substances,
        started_by=actor,
        started_at=at,
    )
    tell(case, ScreeningEvent.CORRECTION_STARTED, actor=actor, at=at, note=reason)
    return correction


def _demand_correctable(screening: Screening) -> None:
    if fault := fault_of_correcting(screening):
        raise DomainError(fault, code="not_correctable")


def fault_of_correcting(screening: Screening) -> str:
    """Why this screening cannot be corrected now; empty when it can."""
    case = screening.case
    newest = case.screenings.finished().standing().newest_first().first()
    if screening.is_draft:
        return _("Skrining ini masih draf; jawabannya dapat diubah langsung.")
    if not screening.proposed_base:
        return _("Rujukan medis tidak dikoreksi. Lakukan triase ulang.")
    if newest != screening:
        return _("Hanya skrining terakhir yang dapat dikoreksi.")
    if case.status not in BESIDE:
        return _("Tahap kasus ini tidak memungkinkan koreksi.")
    if case.screenings.drafts().exists():
        return _("Selesaikan dahulu skrining yang sedang berjalan.")
    return ""
