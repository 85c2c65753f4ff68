"""The journey of a transfer: departure, arrival, and the questions on the way when nobody says that it ended."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.enums import EndReason, PlacementStatus
from care.event_kinds import CareEvent
from care.models import Placement, SupportingBase, Transfer
from care.placement.programme import usual_end
from care.placement.services.fitting import demand_fit
from care.placement.services.stays import Ending, end_stay
from care.transfer.services.asking import call_off
from care.transitions.transfer import lock_transfer
from care.workflow import PLACEMENT, SUPPORT, TRANSFER
from clients.deadlines import BY_RISK
from clients.enums import NextStep
from clients.models import Case
from clients.models.task import subject_of
from clients.rules import demand_consent
from clients.services.case_tasks import settle_tasks
from clients.transitions import set_next, tell
from common import dates
from common.errors import DomainError
from common.faults import demand_day
from common.workflow import move


# A warm handover: who sends and who receives have spoken within a week (domain facts, section 4).
WARM = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Departure:
    on: date
    contact_on: date
    contact_note: str


@transaction.atomic
def depart(*, transfer: Transfer, departure: Departure, actor: User, at: datetime) -> Transfer:
    today = timezone.localdate(at)
    case, institution, transfer = lock_transfer(transfer)
    move(transfer, "depart", TRANSFER)
    demand_consent(case.client)
    if institution is not None:
        demand_fit(case, institution, base=transfer.base, today=today)
    _demand_warm(transfer, departure, today=today)
    transfer.departed_on = departure.on
    transfer.contact_on, transfer.contact_note = departure.contact_on, departure.contact_note
    transfer.save(update_fields=["status", "departed_on", "contact_on", "contact_note"])
    tell(
        case,
        CareEvent.TRANSFER_DEPARTED,
        actor=actor,
        at=at,
        note=departure.contact_note,
        place=transfer.place,
    )
    return transfer


@transaction.atomic
def confirm_arrival(
    *, transfer: Transfer, arrived_on: date, note: str, actor: User, at: datetime
) -> Transfer:
    """The old stay ends and the new one begins on the same day, in one transaction.

    Saving the transfer comes last: it narrows the sender's share, and the sender may be who confirms.
    """
    today = timezone.localdate(at)
    case, _institution, transfer = lock_transfer(transfer)
    move(transfer, "arrive", TRANSFER)
    demand_consent(case.client)
    demand_day(arrived_on, field="arrived_on", today=today, first=transfer.departed_on)
    before = _end_stay(transfer, arrived_on, today=today)
    transfer.to_placement = _begin_stay(transfer, arrived_on)
    _lead_from(case, transfer, today=today, at=at)
    settle_tasks(case, subject_of(transfer), actor=actor, at=at)
    tell(case, CareEvent.TRANSFER_ARRIVED, actor=actor, at=at, note=note, place=transfer.place)
    transfer.arrived_on, transfer.close_note = arrived_on, note
    transfer.closed_by, transfer.closed_at = actor, at
    transfer.sender_reads_until = _sender_reads_until(case, before, today=today)
    closed = ["arrived_on", "close_note", "closed_by", "closed_at"]
    transfer.save(update_fields=["status", "to_placement", *closed, "sender_reads_until"])
    return transfer


@transaction.atomic
def report_missing(*, transfer: Transfer, note: str, actor: User, at: datetime) -> Transfer:
    """The person did not come: the old placement goes on, and whoever keeps the case decides what follows."""
    case, _institution, transfer = lock_transfer(transfer)
    move(transfer, "miss", TRANSFER)
    call_off(case, transfer, CareEvent.TRANSFER_MISSED, note, actor=actor, at=at)
    return transfer


def _end_stay(transfer: Transfer, day: date, *, today: date) -> Placement:
    before = Placement.objects.select_for_update(no_key=True).get(pk=transfer.from_placement_id)
    demand_day(day, field="arrived_on", today=today, first=before.starts_on)
    end_stay(before, Ending(on=day, reason=EndReason.REFERRED, note=""), today=today)
    return before


def _begin_stay(transfer: Transfer, day: date) -> Placement:
    placement = Placement(
        case=transfer.case,
        client_id=transfer.case.client_id,
        base=transfer.base,
        institution=transfer.institution,
        family_contact=transfer.family_contact,
        status=PlacementStatus.ACCEPTED,
        request_note=transfer.handover_note,
        requested_by=transfer.proposed_by,
        requested_at=transfer.proposed_at,
        answered_by=transfer.answered_by,
        answered_at=transfer.answered_at,
        answer_note=transfer.answer_note,
        starts_on=day,
        planned_end_on=usual_end(transfer.base, day),
    )
    move(placement, "start", PLACEMENT)
    placement.save()
    return placement


def _lead_from(case: Case, transfer: Transfer, *, today: date, at: datetime) -> None:
    """The receiver leads from now on; one base leads, so its own support has become needless."""
    case.base = transfer.base
    case.care_institution = transfer.institution
    set_next(case, NextStep.REVIEW, today + timedelta(days=BY_RISK[NextStep.REVIEW][case.risk]))
    case.save(update_fields=["base", "care_institution", "next_step", "next_due_on"])
    same = SupportingBase.objects.live().filter(
        case=case, institution=transfer.institution, family_contact=transfer.family_contact
    )
    for support in same.select_for_update(no_key=True):
        move(support, "end", SUPPORT)
        support.ended_at = at
        support.save(update_fields=["status", "ended_at"])
        settle_tasks(case, subject_of(support), actor=None, at=at, cancelled=True)


def _sender_reads_until(case: Case, before: Placement, *, today: date) -> date | None:
    """None for who keeps the file anyhow: its owner, a family, an institution that goes on as a support."""
    sender = before.institution_id
    if sender is None or sender == case.institution_id:
        return None
    if SupportingBase.objects.live().filter(case=case, institution_id=sender).exists():
        return None
    return today + timedelta(days=settings.TRANSFER_READ_DAYS)


def _demand_warm(transfer: Transfer, departure: Departure, *, today: date) -> None:
    first = timezone.localdate(transfer.answered_at) if transfer.answered_at else None
    early = _("Klien berangkat setelah pemindahan diterima, paling awal %(first)s.")
    words = {"first": dates.day(first)}
    demand_day(departure.on, field="on", today=today, first=first, early=early % words)
    if not departure.on - WARM <= departure.contact_on <= departure.on:
        raise DomainError(
            _("Serah terima dibicarakan paling lama 7 hari sebelum berangkat."),
            code="not_warm",
            field="contact_on",
        )
    if not departure.contact_note.strip():
        raise DomainError(
            _("Tulis siapa berbicara dengan siapa."), code="note_required", field="contact_note"
        )
