"""The way to the end of care: prepared, what is missing made good or left out with a reason, asked, answered."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.hands import demand_another
from accounts.models import User
from care.ending import gate as table
from care.ending.selectors import gate_of
from care.ending.services.ending import end_placement
from care.enums import PlacementStatus
from care.event_kinds import CareEvent
from care.models import GateWaiver, Placement, Termination
from care.placement.services.stays import Ending
from care.transitions.placement import lock_all
from care.transitions.plan import lock_termination
from care.workflow import TERMINATION
from clients.transitions import tell
from common.errors import DomainError
from common.faults import demand_day
from common.workflow import move


@transaction.atomic
def prepare_termination(
    *, placement: Placement, ending: Ending, actor: User, at: datetime
) -> Termination:
    """Write down when and why care is to end; the timeline tells of it once it is asked."""
    case, _institution, placement = lock_all(placement)
    if placement.status != PlacementStatus.ACTIVE or placement.starts_on is None:
        raise DomainError(_("Layanan ini tidak sedang berjalan."), code="wrong_status")
    first, today = placement.starts_on, timezone.localdate(at)
    demand_day(ending.on, first=first, today=today, field="on")
    row = case.terminations.undecided().first()
    if row is None:
        row = Termination(case=case, placement=placement)
    move(row, "prepare", TERMINATION)
    row.on, row.reason, row.note = ending.on, ending.reason, ending.note
    row.prepared_by, row.prepared_at = actor, at
    row.add_writer(actor.pk)
    row.save()
    return row


@transaction.atomic
def waive_item(
    *, termination: Termination, item: str, reason: str, actor: User, at: datetime
) -> GateWaiver:
    """Leave one item out this time. Whoever answers the request reads why."""
    _case, row = lock_termination(termination)
    move(row, "waive", TERMINATION)
    if item not in table.required(row.reason):
        raise DomainError(_("Syarat ini tidak diminta untuk alasan tersebut."), code="not_required")
    if not reason.strip():
        raise DomainError(
            _("Tulis mengapa syarat ini dikecualikan."), code="no_reason", field="reason"
        )
    row.add_writer(actor.pk)
    row.save(update_fields=["writers"])
    waiver, _new = GateWaiver.objects.update_or_create(
        termination=row,
        item=item,
        defaults={"reason": reason, "waived_by": actor, "waived_at": at},
    )
    return waiver


@transaction.atomic
def finish_termination(*, termination: Termination, actor: User, at: datetime) -> Placement:
    """End care at once where nobody has to agree: after a death."""
    _case, row = lock_termination(termination)
    move(row, "finish", TERMINATION)
    if table.needs_approval(row.reason):
        raise DomainError(_("Orang lain perlu menyetujui terminasi ini."), code="needs_approval")
    row.asked_by, row.asked_at = actor, at
    row.save(update_fields=["status", "asked_by", "asked_at"])
    ending = Ending(row.on, row.reason, row.note)
    return end_placement(placement=row.placement, ending=ending, actor=actor, at=at)


@transaction.atomic
def ask_termination(*, termination: Termination, actor: User, at: datetime) -> Termination:
    case, row = lock_termination(termination)
    move(row, "ask", TERMINATION)
    missing = gate_of(case, row.reason, row, today=timezone.localdate(at)).missing
    if missing:
        raise DomainError(
            _(
                "Masih ada %(n)s syarat yang belum terpenuhi. Lengkapi, atau kecualikan dengan alasan."
            )
            % {"n": missing},
            code="gate_incomplete",
        )
    row.asked_by, row.asked_at, row.answer_note = actor, at, ""
    row.save(update_fields=["status", "asked_by", "asked_at", "answer_note"])
    tell(case, CareEvent.TERMINATION_ASKED, actor=actor, at=at, note=row.note, reason=row.reason)
    return row


@transaction.atomic
def return_termination(
    *, termination: Termination, note: str, actor: User, at: datetime
) -> Termination:
    case, row = lock_termination(termination)
    move(row, "return", TERMINATION)
    if not note.strip():
        raise DomainError(_("Tulis apa yang masih perlu dikerjakan."), code="no_note", field="note")
    row.answer_note = note
    row.save(update_fields=["status", "answer_note"])
    tell(case, CareEvent.TERMINATION_RETURNED, actor=actor, at=at, note=note, reason=row.reason)
    return row


@transaction.atomic
def cancel_termination(*, termination: Termination, actor: User, at: datetime) -> Termination:
    case, row = lock_termination(termination)
    move(row, "cancel", TERMINATION)
    row.save(update_fields=["status"])
    tell(case, CareEvent.TERMINATION_CANCELLED, actor=actor, at=at, reason=row.reason)
    return row


@transaction.atomic
def approve_termination(*, termination: Termination, actor: User, at: datetime) -> Placement:
    """Agree, and care ends; the event is that of its end."""
    _case, row = lock_termination(termination)
    move(row, "approve", TERMINATION)
    demand_another(actor, row.hands)
    row.answered_by, row.answered_at = actor, at
    row.save(update_fields=["status", "answered_by", "answered_at"])
    ending = Ending(row.on, row.reason, row.note)
    return end_placement(placement=row.placement, ending=ending, actor=actor, at=at)
