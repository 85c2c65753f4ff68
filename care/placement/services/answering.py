"""The receiving institution's answer, and the sender's change of mind."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care import sharing
from care.enums import DeclineReason
from care.event_kinds import CareEvent
from care.models import Placement, SupportingBase, Transfer
from care.placement.matching.conditions import BY_CODE, said_of
from care.placement.matching.rows import group_of
from care.placement.selectors.places import occupancy
from care.placement.services.fallen import back_to_choosing, settle_reminders
from care.placement.services.fitting import demand_fit
from care.transitions import waiting
from care.transitions.placement import lock_all
from care.workflow import PLACEMENT
from clients.deadlines import START_SERVICE_DAYS
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from clients.transitions import set_next, tell
from common.errors import DomainError
from common.workflow import move
from partners.models import Institution


@transaction.atomic
def accept_placement(
    *, placement: Placement, note: str, worker: User | None, actor: User, at: datetime
) -> Placement:
    """Give the person a place. The institution's row is locked, so the last place is given once."""
    today = timezone.localdate(at)
    case, institution, placement = lock_all(placement)
    move(placement, "accept", PLACEMENT)
    _demand_waiting(case)
    if institution is not None:
        demand_fit(case, institution, base=placement.base, today=today)
        demand_room(institution)
    placement.escalated_on = placement.falls_on = None  # the wait for the start begins anew
    _answer(placement, note, actor, at)
    settle_reminders(case, placement, actor=actor, at=at)
    waiting.leave_with_a_place(case, actor=actor, at=at)
    add_supporter(case, placement, worker)
    set_next(case, NextStep.START_SERVICE, today + timedelta(days=START_SERVICE_DAYS))
    case.save(update_fields=["next_step", "next_due_on"])
    tell(case, CareEvent.PLACEMENT_ACCEPTED, actor=actor, at=at, note=note, place=placement.place)
    return placement


@transaction.atomic
def decline_placement(
    *, placement: Placement, reason: str, note: str, actor: User, at: datetime
) -> Placement:
    if reason == DeclineReason.OTHER and not note.strip():
        raise DomainError(_("Jelaskan alasan penolakan."), code="note_required", field="note")
    case, _institution, placement = lock_all(placement)
    move(placement, "decline", PLACEMENT)
    placement.decline_reason = reason
    _answer(placement, note, actor, at)
    back_to_choosing(case, today=timezone.localdate(at))
    settle_reminders(case, placement, actor=actor, at=at)
    tell(
        case,
        CareEvent.PLACEMENT_DECLINED,
        actor=actor,
        at=at,
        note=note,
        place=placement.place,
        reason=reason,
    )
    sharing.close_file(placement, today=timezone.localdate(at))
    return placement


@transaction.atomic
def withdraw_placement(*, placement: Placement, note: str, actor: User, at: datetime) -> Placement:
    """The sending side takes a request back, before care has begun."""
    case, _institution, placement = lock_all(placement)
    move(placement, "withdraw", PLACEMENT)
    placement.save(update_fields=["status"])
    back_to_choosing(case, today=timezone.localdate(at))
    settle_reminders(case, placement, actor=actor, at=at)
    tell(
        case,
        CareEvent.PLACEMENT_WITHDRAWN,
        actor=actor,
        at=at,
        note=note,
        place=placement.place,
    )
    sharing.close_file(placement, today=timezone.localdate(at))
    return placement


def _answer(placement: Placement, note: str, actor: User, at: datetime) -> None:
    placement.take_answer(note, actor=actor, at=at)
    placement.save(
        update_fields=[
            "status",
            "decline_reason",
            *placement.ANSWER_COLUMNS,
            "escalated_on",
            "falls_on",
        ]
    )


def add_supporter(
    case: Case, place: Placement | Transfer | SupportingBase, worker: User | None
) -> None:
    if worker is None:
        return
    if worker.institution_id != place.institution_id:
        raise DomainError(
            _("Pendamping harus bekerja di lembaga penerima."), code="not_ours", field="worker"
        )
    if worker.pk != case.lead_worker_id:
        case.supporters.add(worker)


def _demand_waiting(case: Case) -> None:
    if case.status != CaseStatus.PLACEMENT:
        raise DomainError(
            _("Kasus ini sudah tidak menunggu penempatan. Muat ulang halaman untuk melihatnya."),
            code="wrong_status",
        )


def demand_agreement(case: Case, institution: Institution, today: date) -> None:
    """One in force that is made for this client."""
    same = Institution.objects.filter(pk=institution.pk)
    if same.with_agreement_for(group_of(case, today), today).exists():
        return
    code = "not_covered" if same.with_valid_agreement(today).exists() else "no_agreement"
    raise DomainError(said_of(BY_CODE[code], institution.name), code=code)


def demand_room(institution: Institution) -> None:
    places = occupancy(institution)
    if places.free < 1:
        raise DomainError(
            _("Semua tempat sudah terisi (%(taken)s dari %(capacity)s).")
            % {"taken": places.taken, "capacity": places.capacity},
            code="full",
        )
