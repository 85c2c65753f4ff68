"""The last day of care. Nobody ends it alone: the gate of the termination has to be passed (care/ending/gate.py)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care import sharing
from care.aftercare.services.starting import begin_contacts
from care.ending.selectors import gate_of
from care.enums import EndReason, TerminationStatus
from care.event_kinds import CareEvent
from care.models import Placement
from care.placement.services.stays import Ending, end_stay
from care.plan.services.drafting import end_plans
from care.transitions.placement import close_after_death, lock_all
from clients.hanging import Occasion, let_go
from clients.models import Case
from clients.transitions import tell
from clients.workflow import CASE
from common.errors import DomainError
from common.workflow import move


@transaction.atomic
def end_placement(*, placement: Placement, ending: Ending, actor: User, at: datetime) -> Placement:
    """End care. After-care begins, with the schedule of its reason; after a death the case is closed instead."""
    today = timezone.localdate(at)
    case, _institution, placement = lock_all(placement)
    end_stay(placement, ending, today=today)
    _demand_no_transfer(placement, ending)
    _demand_passed(case, placement, ending, today=today)
    case.service_ended_on = ending.on
    if ending.reason == EndReason.DIED:
        close_after_death(case, today=today)
    else:
        move(case, "end_service", CASE)
        begin_contacts(case, ending.reason, on=ending.on, actor=actor, at=at)
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
