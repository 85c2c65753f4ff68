"""A finished interview about outcomes never changes: a new one names it, and starts with its answers."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from care.aftercare.selectors.outcomes import ASKED_AT
from care.aftercare.services.interviewing import demand_draft, lock_interview
from care.event_kinds import CareEvent
from care.models import OutcomeInterview, OutcomePart
from clients.rules import demand_consent
from clients.transitions import tell
from common.errors import DomainError
from screening.assessment.services.writing import copy_part


@transaction.atomic
def correct_interview(
    *, interview: OutcomeInterview, reason: str, actor: User, at: datetime
) -> OutcomeInterview:
    """About the same day. It takes the old one's place when it is finished, not before."""
    old = lock_interview(interview)
    begun = old.correction
    if begun is not None and begun.is_draft:
        return begun
    _demand_correctable(old)
    demand_consent(old.case.client)
    if not reason.strip():
        raise DomainError(_("Tulis apa yang dikoreksi."), code="no_reason", field="reason")
    new = OutcomeInterview.objects.create(
        case=old.case,
        point=old.point,
        corrects=old,
        correction_reason=reason.strip(),
        asked_on=old.asked_on,
        started_by=actor,
        started_at=at,
    )
    for part in old.parts.all():
        part.interview = old
        copy_part(part, OutcomePart(interview=new), actor=actor, at=at)
    note = new.correction_reason
    tell(old.case, CareEvent.OUTCOME_REOPENED, actor=actor, at=at, note=note, point=old.point)
    return new


@transaction.atomic
def discard_correction(*, interview: OutcomeInterview, actor: User, at: datetime) -> None:
    """One that was begun by mistake; what it corrects stands as before, and the trail keeps what was in it."""
    draft = lock_interview(interview)
    demand_draft(draft)
    if draft.corrects_id is None:
        raise DomainError(
            _("Hanya koreksi yang dapat dibuang; wawancara pertama tetap ada."),
            code="no_correction",
        )
    OutcomePart.objects.filter(interview=draft).delete()
    OutcomeInterview.objects.filter(pk=draft.pk).delete()
    tell(draft.case, CareEvent.OUTCOME_DISCARDED, actor=actor, at=at, point=draft.point)


def _demand_correctable(interview: OutcomeInterview) -> None:
    if fault := fault_of_correcting(interview):
        raise DomainError(fault, code="not_correctable")


def fault_of_correcting(interview: OutcomeInterview) -> str:
    """Why it cannot be corrected now; empty when it can."""
    if interview.is_draft:
        return _("Wawancara ini masih draf; jawabannya dapat diubah langsung.")
    if interview.correction is not None:
        return _("Wawancara ini sudah dikoreksi. Koreksilah yang terbaru.")
    if interview.case.status not in ASKED_AT:
        return _("Tahap kasus ini tidak memungkinkan koreksi.")
    return ""
