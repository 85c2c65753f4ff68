"""After-care goes on at another institution, because the person has moved there and agrees."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.hands import demand_another
from accounts.models import User
from care import sharing
from care.aftercare.facts import Asking
from care.enums import CareTask
from care.event_kinds import CareEvent
from care.models import AftercareHandover, AftercarePlan
from care.placement.services.answering import demand_agreement
from care.workflow import HANDOVER
from clients.enums import CaseStatus
from clients.models import Case
from clients.models.task import subject_of
from clients.rules import demand_consent
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from clients.transitions import lock_case, tell
from common.errors import DomainError
from common.faults import demand_day
from common.workflow import move


ANSWER_WITHIN = timedelta(days=7)


@transaction.atomic
def ask_handover(*, case: Case, asking: Asking, actor: User, at: datetime) -> AftercareHandover:
    case = lock_case(case)
    today = timezone.localdate(at)
    _demand_aftercare(case)
    demand_consent(case.client)
    demand_day(asking.agreed_on, field="agreed_on", today=today, first=case.opened_on)
    if asking.institution.pk == (case.care_institution_id or case.institution_id):
        raise DomainError(
            _("Lembaga ini sudah mendampingi klien."), code="same_place", field="institution"
        )
    if case.handovers.asked().exists():
        raise DomainError(
            _("Penyerahan yang lalu belum dijawab. Tarik lebih dahulu."), code="already_requested"
        )
    demand_agreement(case, asking.institution, today)
    row = AftercareHandover.objects.create(
        case=case,
        institution=asking.institution,
        agreed_on=asking.agreed_on,
        agreed_how=asking.agreed_how,
        note=asking.note,
        asked_by=actor,
        asked_at=at,
    )
    sharing.open_file(case, row.institution, actor=actor, today=today)
    task = NewTask(
        kind=CareTask.HANDOVER,
        subject=subject_of(row, "answer"),
        due_on=today + ANSWER_WITHIN,
        institution=row.institution,
    )
    add_task(case, task, actor=actor, at=at)
    _tell(row, CareEvent.HANDOVER_ASKED, row.note, actor=actor, at=at)
    return row


@transaction.atomic
def accept_handover(
    *, handover: AftercareHandover, worker: User, note: str, actor: User, at: datetime
) -> AftercareHandover:
    """From now on the receiver calls; who cared before keeps what was done there.

    How long the receiver sees the file follows the calls (care/sql/calling_on.sql).
    """
    case, row = _lock(handover)
    move(row, "accept", HANDOVER)
    demand_another(actor, {row.asked_by_id})
    demand_consent(case.client)
    _demand_aftercare(case)
    if worker.institution_id != row.institution_id:
        raise DomainError(
            _("Pendamping harus bekerja di lembaga penerima."), code="not_ours", field="worker"
        )
    row.worker = worker
    _answer(case, row, note, actor=actor, at=at)
    case.care_institution = row.institution
    case.save(update_fields=["care_institution"])
    case.supporters.add(worker)
    AftercarePlan.objects.filter(case=case).update(contact_by=worker)
    _tell(row, CareEvent.HANDOVER_ACCEPTED, note, actor=actor, at=at)
    return row


@transaction.atomic
def decline_handover(
    *, handover: AftercareHandover, note: str, actor: User, at: datetime
) -> AftercareHandover:
    case, row = _lock(handover)
    move(row, "decline", HANDOVER)
    demand_another(actor, {row.asked_by_id})
    if not note.strip():
        raise DomainError(_("Tulis mengapa tidak diterima."), code="no_note", field="note")
    _answer(case, row, note, actor=actor, at=at)
    _tell(row, CareEvent.HANDOVER_DECLINED, note, actor=actor, at=at)
    sharing.close_share(case, row.institution_id, today=timezone.localdate(at))
    return row


@transaction.atomic
def withdraw_handover(
    *, handover: AftercareHandover, actor: User, at: datetime
) -> AftercareHandover:
    case, row = _lock(handover)
    move(row, "withdraw", HANDOVER)
    row.save(update_fields=["status"])
    settle_tasks(case, subject_of(row), actor=actor, at=at, cancelled=True)
    _tell(row, CareEvent.HANDOVER_WITHDRAWN, "", actor=actor, at=at)
    sharing.close_share(case, row.institution_id, today=timezone.localdate(at))
    return row


def _lock(handover: AftercareHandover) -> tuple[Case, AftercareHandover]:
    case = lock_case(handover.case)
    rows = AftercareHandover.objects.select_for_update(no_key=True, of=("self",))
    return case, rows.select_related("institution").get(pk=handover.pk)


def _answer(case: Case, row: AftercareHandover, note: str, *, actor: User, at: datetime) -> None:
    row.take_answer(note, actor=actor, at=at)
    row.save(update_fields=["status", "worker", *row.ANSWER_COLUMNS])
    settle_tasks(case, subject_of(row), actor=actor, at=at)


def _tell(row: AftercareHandover, kind: CareEvent, note: str, *, actor: User, at: datetime) -> None:
    tell(row.case, kind, actor=actor, at=at, note=note, place=row.institution.name)


def _demand_aftercare(case: Case) -> None:
    if case.status != CaseStatus.AFTERCARE:
        raise DomainError(_("Kasus ini tidak dalam pascalayanan."), code="wrong_status")
