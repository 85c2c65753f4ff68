"""Bases beside the one that leads: asked with a role, agreed to, given tasks, ended."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care import sharing
from care.enums import CareTask, SupportStatus
from care.event_kinds import CareEvent
from care.models import Placement, SupportingBase
from care.placement.services.answering import add_supporter, demand_agreement
from care.placement.services.receivers import Receiver, relative_of
from care.transitions.transfer import lock_support
from care.workflow import SUPPORT
from clients.deadlines import BY_RISK
from clients.enums import CaseStatus, NextStep, Risk
from clients.models import Case, CaseTask
from clients.models.task import subject_of
from clients.rules import demand_consent
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from clients.transitions import lock_case, tell
from common.errors import DomainError
from common.workflow import move
from partners.enums import KINDS_FOR_BASE, CareBase
from partners.models import Institution


LONGEST_SUPPORT = timedelta(days=366)
LATEST_TASK = timedelta(days=366)
HELPED = (CaseStatus.PLACEMENT, CaseStatus.IN_SERVICE, CaseStatus.AFTERCARE)


@dataclass(frozen=True, slots=True)
class Support:
    """What somebody is asked to do beside the lead base, and how long."""

    duty: str
    from_on: date
    until_on: date


@transaction.atomic
def ask_support(
    *,
    case: Case,
    receiver: Receiver,
    support: Support,
    actor: User,
    at: datetime,
) -> SupportingBase:
    """An institution answers for itself; a member of the family has been spoken with already."""
    today = timezone.localdate(at)
    case = lock_case(case)
    demand_consent(case.client)
    _demand_helped(case)
    _demand_time(support, today)
    row = SupportingBase(
        case=case,
        base=receiver.base,
        duty=support.duty,
        from_on=support.from_on,
        until_on=support.until_on,
        asked_by=actor,
        asked_at=at,
    )
    if receiver.base == CareBase.FAMILY:
        _by_family(row, receiver)
    else:
        _by_institution(row, receiver.institution, today=today)
    row.save()
    _tell_supporter(row, actor=actor, at=at)
    is_asked = row.status == SupportStatus.ASKED
    kind = CareEvent.SUPPORT_ASKED if is_asked else CareEvent.SUPPORT_AGREED
    tell(case, kind, actor=actor, at=at, note=support.duty, who=row.place)
    return row


@transaction.atomic
def agree_to_support(
    *, support: SupportingBase, note: str, worker: User | None, actor: User, at: datetime
) -> SupportingBase:
    case, support = lock_support(support)
    move(support, "agree", SUPPORT)
    demand_consent(case.client)
    add_supporter(case, support, worker)
    _answer(support, note, actor=actor, at=at)
    tell(case, CareEvent.SUPPORT_AGREED, actor=actor, at=at, note=note, who=support.place)
    return support


@transaction.atomic
def decline_support(
    *, support: SupportingBase, note: str, actor: User, at: datetime
) -> SupportingBase:
    case, support = lock_support(support)
    move(support, "decline", SUPPORT)
    _answer(support, note, actor=actor, at=at)
    tell(case, CareEvent.SUPPORT_DECLINED, actor=actor, at=at, note=note, who=support.place)
    sharing.close_share(case, support.institution_id, today=timezone.localdate(at))
    return support


@transaction.atomic
def end_support(*, support: SupportingBase, note: str, actor: User, at: datetime) -> SupportingBase:
    case, support = lock_support(support)
    move(support, "end", SUPPORT)
    support.ended_at, support.end_note = at, note
    support.save(update_fields=["status", "ended_at", "end_note"])
    settle_tasks(case, subject_of(support), actor=actor, at=at, cancelled=True)
    tell(case, CareEvent.SUPPORT_ENDED, actor=actor, at=at, note=note, who=support.place)
    sharing.close_share(case, support.institution_id, today=timezone.localdate(at))
    return support


@transaction.atomic
def give_support_task(
    *, support: SupportingBase, detail: str, due_on: date, actor: User, at: datetime
) -> CaseTask:
    """One more thing that this base does: for a family the case's own worker sees to it."""
    today = timezone.localdate(at)
    case, support = lock_support(support)
    demand_consent(case.client)
    if not support.is_live:
        raise DomainError(_("Basis ini sudah tidak mendukung."), code="wrong_status")
    if not today <= due_on <= today + LATEST_TASK:
        raise DomainError(
            _("Tanggal mulai hari ini dan paling lama setahun lagi."),
            code="due_out_of_range",
            field="due_on",
        )
    given = case.tasks.filter(subject__startswith=subject_of(support)).count()
    task = NewTask(
        kind=CareTask.SUPPORT,
        subject=subject_of(support, given + 1),
        due_on=due_on,
        institution=support.institution or case.institution,
        owner=None if support.institution_id else case.lead_worker,
        detail=detail,
    )
    added = add_task(case, task, actor=actor, at=at)
    tell(case, CareEvent.SUPPORT_TASK, actor=actor, at=at, note=detail, who=support.place)
    return added


def _by_family(row: SupportingBase, receiver: Receiver) -> None:
    row.family_contact = relative_of(row.case, receiver)
    _demand_not_there(row)
    row.status = SupportStatus.AGREED
    row.answered_by, row.answered_at = row.asked_by, row.asked_at


def _by_institution(row: SupportingBase, institution: Institution | None, *, today: date) -> None:
    if institution is None or institution.kind not in KINDS_FOR_BASE[row.base]:
        raise DomainError(
            _("Pilih satu lembaga dari daftar."), code="no_receiver", field="institution"
        )
    row.institution = institution
    _demand_not_there(row)
    demand_agreement(row.case, institution, today)
    if institution.pk == row.case.institution_id:
        row.status = SupportStatus.AGREED
        row.answered_by, row.answered_at = row.asked_by, row.asked_at


def _demand_not_there(row: SupportingBase) -> None:
    """One base leads and each of the others supports once."""
    same = {"institution": row.institution, "family_contact": row.family_contact}
    field = "institution" if row.institution_id else "family_contact"
    if Placement.objects.open().filter(case=row.case, **same).exists():
        raise DomainError(
            _("%(name)s sudah menjadi basis utama kasus ini.") % {"name": row.receiver},
            code="leads_already",
            field=field,
        )
    if SupportingBase.objects.live().filter(case=row.case, **same).exists():
        raise DomainError(
            _("%(name)s sudah diminta mendukung kasus ini.") % {"name": row.receiver},
            code="already_asked",
            field=field,
        )


def _tell_supporter(row: SupportingBase, *, actor: User, at: datetime) -> None:
    if row.institution is None or row.status != SupportStatus.ASKED:
        return
    today = timezone.localdate(at)
    sharing.open_file(row.case, row.institution, actor=actor, today=today, until=row.until_on)
    days = BY_RISK[NextStep.AWAIT_ANSWER][row.case.risk or Risk.LOW]
    asked = NewTask(
        kind=CareTask.SUPPORT_ANSWER,
        subject=subject_of(row, "answer"),
        due_on=today + timedelta(days=days),
        institution=row.institution,
    )
    add_task(row.case, asked, actor=actor, at=at)


def _answer(support: SupportingBase, note: str, *, actor: User, at: datetime) -> None:
    support.take_answer(note, actor=actor, at=at)
    support.save(update_fields=["status", *support.ANSWER_COLUMNS])
    settle_tasks(support.case, subject_of(support, "answer"), actor=actor, at=at)


def _demand_helped(case: Case) -> None:
    if case.status not in HELPED:
        raise DomainError(
            _("Basis pendukung disepakati setelah usulan layanan diputuskan."), code="wrong_status"
        )


def _demand_time(support: Support, today: date) -> None:
    if not support.duty.strip():
        raise DomainError(_("Tulis peran basis pendukung ini."), code="duty_required", field="duty")
    if not support.from_on <= support.until_on <= support.from_on + LONGEST_SUPPORT:
        raise DomainError(
            _("Akhir dukungan harus setelah mulai dan paling lama setahun."),
            code="end_out_of_range",
            field="until_on",
        )
    if support.until_on < today:
        raise DomainError(
            _("Akhir dukungan sudah lewat."), code="end_out_of_range", field="until_on"
        )
