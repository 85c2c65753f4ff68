"""The last day of care. Nobody ends it alone: the gate of the termination has to be passed (care/ending/gate.py)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care import sharing
from care.aftercare.services.beginning import schedule_contacts
from care.ending.selectors import gate_of
from care.enums import EndReason, TerminationStatus
from care.event_kinds import CareEvent
from care.models import Placement
from care.placement.services.stays import Ending, end_stay
from care.plan.services.drafting import end_plans
from care.transitions.placement import close_after_death, lock_all
from clients.enums import NextStep
from clients.hanging import Occasion, let_go
from clients.models import Case
from clients.rules import has_withdrawn_consent
from clients.transitions import set_next, tell
from clients.workflow import CASE
from common.errors import DomainError
from common.workflow import move


@transaction.atomic
def end_placement(*, placement: Placement, ending: Ending, actor: User, at: datetime) -> Placement:
    """End care. After-care begins, with its whole schedule; after a death the case is closed instead."""
    today = timezone.localdate(at)
    case, _institution, placement = lock_all(placement)
    end_stay(placement, ending, today=today)
    _demand_no_transfer(placement, ending)
    _demand_passed(case, placement, ending, today=today)
    case.service_ended_on = ending.on
    if ending.reason == EndReason.DIED:
        close_after_death(case, today=today)
    else:
        _begin_aftercare(case, ending.on)
    case.save()
    end_plans(case, on=ending.on, actor=actor, at=at)
    tell(
        case,
        CareEvent.DIED_IN_CARE if ending.reason == EndReason.DIED else CareEvent.SERVICE_ENDED,
        actor=actor,
        at=at,
        note=ending.note,
        place=placement.place,
        reason=ending.reason,
    )
    if ending.reason == EndReason.DIED:
        let_go(case, Occasion.DIED, actor=actor, at=at)
    if placement.institution_id is not None:
        sharing.let_file_run_out(placement, ended_on=ending.on)
    return placement


def _demand_no_transfer(placement: Placement, ending: Ending) -> None:
    """After a death whatever has not begun ends along with the case."""
    died = ending.reason == EndReason.DIED
    unsettled = placement.transfers.travelling() if died else placement.transfers.open()
    if unsettled.exists():
        raise DomainError(
            _(
                "Pemindahan klien ini belum selesai. Tarik pemindahan itu, atau catat hasil perjalanannya, "
                "lebih dahulu."
            ),
            code="transfer_open",
        )


def _demand_passed(case: Case, placement: Placement, ending: Ending, *, today: date) -> None:
    approved = placement.terminations.filter(
        status=TerminationStatus.APPROVED, reason=ending.reason, on=ending.on
    ).first()
    if not gate_of(case, ending.reason, approved, today=today).is_passed:
        raise DomainError(
            _("Layanan belum dapat diakhiri: syarat terminasi belum lengkap atau belum disetujui."),
            code="gate_closed",
        )


def _begin_aftercare(case: Case, ended_on: date) -> None:
    move(case, "end_service", CASE)
    if has_withdrawn_consent(case.client):
        return  # nobody is called on; the clock of the withdrawal goes on
    first, *_later = schedule_contacts(case, ended_on)
    set_next(case, NextStep.FOLLOW_UP, first.due_on)
