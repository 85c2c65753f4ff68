"""What happens to a case's place in the queue when the case itself moves on: part of other services, which write the event."""

from datetime import datetime

from accounts.models import User
from care.enums import IN_QUEUE, QueueExit, WaitingStatus
from care.models import WaitingEntry
from care.workflow import WAITING
from clients.models import Case
from clients.models.task import subject_of
from clients.services.case_tasks import settle_tasks
from common import workflow


def lock_entry(case: Case) -> WaitingEntry | None:
    """The entry by which the case stands in a queue now; the case is locked already."""
    rows = WaitingEntry.objects.select_for_update(no_key=True, of=("self",))
    return rows.filter(case=case, status__in=IN_QUEUE).first()


def take_up_offer(case: Case, *, actor: User, at: datetime) -> None:
    """A place is asked for. The entry keeps its position in case the answer is no."""
    entry = lock_entry(case)
    if entry is None or entry.status != WaitingStatus.OFFERED:
        return
    move(entry, "take_up")
    entry.save(update_fields=["status", "offered_institution", "offer_ends_on"])
    settle_tasks(case, subject_of(entry, "offer"), actor=actor, at=at)


def leave_with_a_place(case: Case, *, actor: User, at: datetime) -> None:
    entry = lock_entry(case)
    if entry is not None:
        leave(entry, QueueExit.PLACED, actor=actor, at=at)


def leave(entry: WaitingEntry, reason: str, *, actor: User | None, at: datetime) -> None:
    move(entry, "leave")
    entry.leave_reason, entry.left_at = reason, at
    entry.save(
        update_fields=["status", "leave_reason", "left_at", "offered_institution", "offer_ends_on"]
    )
    settle_tasks(entry.case, subject_of(entry), actor=actor, at=at, cancelled=True)


def move(entry: WaitingEntry, verb: str) -> None:
    """Set the status that `verb` leads to, without an offer; the caller saves. Out of turn is a DomainError."""
    workflow.move(entry, verb, WAITING)
    entry.offered_institution, entry.offer_ends_on = None, None
