"""Asking another base to take over somebody in care, and its answer. Care goes on where it is meanwhile."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.hands import demand_another
from accounts.models import User
from care import sharing
from care.enums import CareTask, DeclineReason, PlacementStatus, TransferStatus
from care.event_kinds import CareEvent
from care.models import Placement, Transfer
from care.placement.matching.ranking import as_if_on, refusal
from care.placement.services.answering import add_supporter, demand_room
from care.placement.services.fitting import demand_fit
from care.placement.services.receivers import Receiver, relative_of
from care.transfer.selectors.transfers import consent_of
from care.transitions.transfer import lock_transfer
from care.workflow import TRANSFER
from clients.deadlines import BY_RISK
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from clients.models.task import subject_of
from clients.rules import demand_consent
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from clients.transitions import lock_case, tell
from common.errors import DomainError
from common.workflow import move
from partners.enums import CareBase
from partners.models import Institution
from screening.services.home import demand_family_allowed


LATEST_DEPARTURE = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Handover:
    """Why, when, and what the receiver has to know."""

    reason: str
    planned_on: date
    note: str


@transaction.atomic
def propose_transfer(
    *,
    case: Case,
    receiver: Receiver,
    handover: Handover,
    actor: User,
    at: datetime,
) -> Transfer:
    """An institution is asked; the family has been spoken with already, so nobody else has to answer."""
    today = timezone.localdate(at)
    case = lock_case(case)
    demand_consent(case.client)
    placement = _running_placement(case)
    _demand_day(handover.planned_on, today)
    transfer = Transfer(
        case=case,
        from_placement=placement,
        base=receiver.base,
        reason=handover.reason,
        planned_on=handover.planned_on,
        handover_note=handover.note,
        consent=consent_of(case.client),
        proposed_by=actor,
        proposed_at=at,
    )
    if receiver.base == CareBase.FAMILY:
        _to_family(transfer, receiver)
    else:
        _to_institution(transfer, receiver.institution, today=today)
    transfer.save()
    _tell_receiver(transfer, actor=actor, at=at)
    is_asked = transfer.status == TransferStatus.PROPOSED
    kind = CareEvent.TRANSFER_PROPOSED if is_asked else CareEvent.TRANSFER_AGREED
    tell(case, kind, actor=actor, at=at, note=handover.note, place=transfer.place)
    return transfer


@transaction.atomic
def accept_transfer(
    *, transfer: Transfer, note: str, worker: User | None, actor: User, at: datetime
) -> Transfer:
    """Hold a place for the person. The institution's row is locked, so the last place is given once."""
    today = timezone.localdate(at)
    case, institution, transfer = lock_transfer(transfer)
    move(transfer, "accept", TRANSFER)
    demand_another(actor, transfer.hands)
    demand_consent(case.client)
    if institution is not None:
        demand_fit(case, institution, base=transfer.base, today=today)
        demand_room(institution)
    add_supporter(case, transfer, worker)
    _answer(transfer, note, actor=actor, at=at)
    tell(case, CareEvent.TRANSFER_ACCEPTED, actor=actor, at=at, note=note, place=transfer.place)
    return transfer


@transaction.atomic
def decline_transfer(
    *, transfer: Transfer, reason: str, note: str, actor: User, at: datetime
) -> Transfer:
    if reason == DeclineReason.OTHER and not note.strip():
        raise DomainError(_("Jelaskan alasan penolakan."), code="note_required", field="note")
    case, _institution, transfer = lock_transfer(transfer)
    move(transfer, "decline", TRANSFER)
    transfer.decline_reason = reason
    transfer.closed_by, transfer.closed_at = actor, at
    _answer(transfer, note, actor=actor, at=at)
    tell(
        case,
        CareEvent.TRANSFER_DECLINED,
        actor=actor,
        at=at,
        note=note,
        place=transfer.place,
        reason=reason,
    )
    sharing.close_share(case, transfer.institution_id, today=timezone.localdate(at))
    return transfer


@transaction.atomic
def withdraw_transfer(*, transfer: Transfer, note: str, actor: User, at: datetime) -> Transfer:
    """The sending side thinks again, before anybody has left."""
    case, _institution, transfer = lock_transfer(transfer)
    move(transfer, "withdraw", TRANSFER)
    call_off(case, transfer, CareEvent.TRANSFER_WITHDRAWN, note, actor=actor, at=at)
    return transfer


def call_off(
    case: Case, transfer: Transfer, kind: CareEvent, note: str, *, actor: User, at: datetime
) -> None:
    """Care stays where it is; the place and the file go back."""
    transfer.close_note, transfer.closed_by, transfer.closed_at = note, actor, at
    transfer.save(update_fields=["status", "close_note", "closed_by", "closed_at"])
    settle_tasks(case, subject_of(transfer), actor=actor, at=at, cancelled=True)
    tell(case, kind, actor=actor, at=at, note=note, place=transfer.place)
    sharing.close_share(case, transfer.institution_id, today=timezone.localdate(at))


def _running_placement(case: Case) -> Placement:
    running = Placement.objects.filter(case=case, status=PlacementStatus.ACTIVE).first()
    if case.status != CaseStatus.IN_SERVICE or running is None:
        raise DomainError(
            _("Klien ini tidak sedang dilayani, jadi tidak ada yang dipindahkan."),
            code="wrong_status",
        )
    if Transfer.objects.open().filter(case=case).exists():
        raise DomainError(
            _("Kasus ini sudah mempunyai pemindahan yang belum selesai."), code="already_requested"
        )
    return running


def _to_family(transfer: Transfer, receiver: Receiver) -> None:
    transfer.family_contact = relative_of(transfer.case, receiver)
    if transfer.from_placement.base == CareBase.FAMILY:
        raise DomainError(_("Klien sudah dilayani bersama keluarganya."), code="same_place")
    demand_family_allowed(transfer.case)
    transfer.status = TransferStatus.ACCEPTED
    transfer.answered_by, transfer.answered_at = transfer.proposed_by, transfer.proposed_at


def _to_institution(transfer: Transfer, institution: Institution | None, *, today: date) -> None:
    case = transfer.case
    if institution is None:
        raise DomainError(_("Pilih satu lembaga."), code="no_receiver", field="institution")
    if institution.pk == transfer.from_placement.institution_id:
        raise DomainError(
            _("Klien sudah dilayani di lembaga ini."), code="same_place", field="institution"
        )
    refused = refusal(as_if_on(case, transfer.base), institution, today=today)
    if refused:
        code, sentence = refused
        raise DomainError(sentence, code=code, field="institution")
    transfer.institution = institution
    days = BY_RISK[NextStep.AWAIT_ANSWER][case.risk]
    transfer.answer_due_on = today + timedelta(days=days)


def _tell_receiver(transfer: Transfer, *, actor: User, at: datetime) -> None:
    if transfer.institution is None or transfer.answer_due_on is None:
        return
    sharing.open_file(
        transfer.case, transfer.institution, actor=actor, today=timezone.localdate(at)
    )
    asked = NewTask(
        kind=CareTask.TRANSFER,
        subject=subject_of(transfer, "answer"),
        due_on=transfer.answer_due_on,
        institution=transfer.institution,
    )
    add_task(transfer.case, asked, actor=actor, at=at)


def _answer(transfer: Transfer, note: str, *, actor: User, at: datetime) -> None:
    transfer.take_answer(note, actor=actor, at=at)
    answered = ["status", *transfer.ANSWER_COLUMNS, "decline_reason"]
    transfer.save(update_fields=[*answered, "closed_by", "closed_at"])
    settle_tasks(transfer.case, subject_of(transfer, "answer"), actor=actor, at=at)


def _demand_day(planned_on: date, today: date) -> None:
    if not today <= planned_on <= today + LATEST_DEPARTURE:
        raise DomainError(
            _("Rencana berangkat mulai hari ini dan paling lama 60 hari lagi."),
            code="departure_out_of_range",
            field="planned_on",
        )
