"""What the system does when nobody acts in time; each step says so in the case, with no actor.

A request without an answer is first told to the leaders of both sides, then closed. A place that was given and
that nobody has come to is first reminded of, then given back.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from care import sharing
from care.enums import CareTask, PlacementStatus
from care.event_kinds import CareEvent
from care.models import Placement
from care.placement.services.fallen import back_to_choosing, settle_reminders
from care.transitions.placement import lock_all
from care.workflow import PLACEMENT
from clients.deadlines import AFTER_ESCALATION_DAYS, AFTER_START_REMINDER_DAYS
from clients.models import Case
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task
from clients.transitions import tell
from common.errors import DomainError
from common.workflow import move
from partners.models import Institution


@transaction.atomic
def escalate_request(*, placement: Placement, at: datetime) -> Placement:
    """Tell the leaders of both sides, once, that an answer is overdue."""
    today = timezone.localdate(at)
    case, _institution, placement = lock_all(placement)
    _demand_waiting(placement, PlacementStatus.REQUESTED, is_due=placement.is_overdue_on(today))
    _escalate(placement, today, AFTER_ESCALATION_DAYS[case.risk])
    days = {"due": placement.answer_due_on, "falls": placement.falls_on}
    _ask_both(case, placement, CareTask.ESCALATION, days, at)
    _tell(case, CareEvent.PLACEMENT_ESCALATED, placement, at, **days)
    return placement


@transaction.atomic
def lapse_request(*, placement: Placement, at: datetime) -> Placement:
    """Close a request that was not answered after that either; another place is looked for."""
    return _fall(placement, "lapse", PlacementStatus.REQUESTED, CareEvent.PLACEMENT_LAPSED, at)


@transaction.atomic
def remind_of_start(*, placement: Placement, at: datetime) -> Placement:
    """Tell both sides, once, that the place stands empty and when it will be given back."""
    today = timezone.localdate(at)
    case, _institution, placement = lock_all(placement)
    is_late = placement.start_due_on is not None and placement.start_due_on < today
    _demand_waiting(placement, PlacementStatus.ACCEPTED, is_due=is_late)
    _escalate(placement, today, AFTER_START_REMINDER_DAYS)
    days = {"falls": placement.falls_on}
    _ask_both(case, placement, CareTask.START_CARE, days, at)
    _tell(case, CareEvent.START_OVERDUE, placement, at, **days)
    return placement


@transaction.atomic
def release_place(*, placement: Placement, at: datetime) -> Placement:
    """Give back a place that nobody came to, so that it is not held for ever."""
    return _fall(placement, "release", PlacementStatus.ACCEPTED, CareEvent.PLACE_RELEASED, at)


def _fall(
    placement: Placement, verb: str, status: PlacementStatus, kind: CareEvent, at: datetime
) -> Placement:
    today = timezone.localdate(at)
    case, _institution, placement = lock_all(placement)
    is_due = placement.falls_on is not None and placement.falls_on < today
    _demand_waiting(placement, status, is_due=is_due, escalated=True)
    move(placement, verb, PLACEMENT)
    placement.save(update_fields=["status"])
    back_to_choosing(case, today=today)
    settle_reminders(case, placement, actor=None, at=at, cancelled=True)
    _tell(case, kind, placement, at)
    sharing.close_file(placement, today=today)
    return placement


def _demand_waiting(
    placement: Placement, status: PlacementStatus, *, is_due: bool, escalated: bool = False
) -> None:
    """Somebody may have acted since it was found, or this may be the second run."""
    waits = placement.status == status and (placement.escalated_on is not None) == escalated
    if not waits or not is_due:
        raise DomainError(_("Permintaan ini sudah ditangani."), code="not_due")


def _escalate(placement: Placement, today: date, days: int) -> None:
    placement.escalated_on, placement.falls_on = today, today + timedelta(days=days)
    placement.save(update_fields=["escalated_on", "falls_on"])


def _ask_both(
    case: Case, placement: Placement, kind: CareTask, days: Mapping[str, date | None], at: datetime
) -> None:
    if placement.falls_on is None:
        return
    sides: dict[int, Institution] = {case.institution_id: case.institution}
    if placement.institution is not None:
        sides[placement.institution.pk] = placement.institution
    for side in sides.values():
        task = NewTask(
            kind=kind,
            subject=subject_of(placement, kind.value, side),
            due_on=placement.falls_on,
            institution=side,
            facts=days,
        )
        add_task(case, task, actor=None, at=at)


def _tell(
    case: Case, kind: CareEvent, placement: Placement, at: datetime, **days: date | None
) -> None:
    """By the system, because nobody acted."""
    tell(case, kind, actor=None, at=at, note="", place=placement.place, **days)
