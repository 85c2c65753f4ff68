"""Case conferences: the minutes once, their decisions one by one."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.enums import CareTask
from care.event_kinds import CareEvent
from care.models import CaseConference, ConferenceDecision
from care.plan.facts import Minutes
from care.transitions.plan import demand_open
from clients.models import Case
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task
from clients.transitions import lock_case, tell
from common.errors import DomainError
from common.faults import demand_near


@transaction.atomic
def record_conference(*, case: Case, told: Minutes, actor: User, at: datetime) -> CaseConference:
    case = lock_case(case)
    demand_open(case)
    if told.held_at > at:
        raise DomainError(
            _("Waktu konferensi tidak boleh setelah sekarang."), code="future_date", field="on"
        )
    if told.held_at.date() < case.opened_on:
        raise DomainError(
            _("Waktu konferensi tidak boleh sebelum kasus dibuka."), code="too_early", field="on"
        )
    row = CaseConference.objects.create(
        case=case,
        held_at=told.held_at,
        place=told.place,
        attendees=told.attendees,
        agenda=told.agenda,
        minutes=told.minutes,
        agrees_to_lighter_care=told.agrees_to_lighter_care,
        recorded_by=actor,
        recorded_at=at,
    )
    tell(case, CareEvent.CONFERENCE, actor=actor, at=at, note=told.agenda)
    return row


@transaction.atomic
def add_decision(
    *,
    conference: CaseConference,
    words: str,
    due_on: date,
    owner: User | None,
    actor: User,
    at: datetime,
) -> ConferenceDecision:
    """Part of the minutes that `record_conference` told of; its owner finds it among the tasks."""
    case = lock_case(conference.case)
    demand_open(case)
    today = timezone.localdate(at)
    if due_on < today:
        raise DomainError(
            _("Batas waktu tidak boleh sebelum hari ini."), code="past_date", field="due_on"
        )
    demand_near(due_on, field="due_on", today=today)
    row = ConferenceDecision.objects.create(
        conference=conference, words=words, due_on=due_on, owner=owner
    )
    institution = owner.institution if owner and owner.institution else case.institution
    subject = subject_of(conference, row)
    task = NewTask(CareTask.CONFERENCE, subject, due_on, institution, owner, words)
    add_task(case, task, actor=actor, at=at)
    return row
