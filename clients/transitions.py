"""The one way to move a case, shared by the services of every app that does."""

from datetime import date, datetime

from accounts.models import User
from clients.enums import EventKind
from clients.models import Case, CaseEvent


def lock_case(case: Case) -> Case:
    """Return the case as it stands now, locked until the end of the transaction."""
    return Case.objects.select_for_update(no_key=True).get(pk=case.pk)


def set_next(case: Case, step: str, due: date | None) -> None:
    case.next_step, case.next_due_on = step, due


def record_event(
    case: Case,
    kind: EventKind,
    *,
    actor: User | None,
    at: datetime,
    title: str = "",
    note: str = "",
) -> CaseEvent:
    return CaseEvent.objects.create(
        case=case, kind=kind, actor=actor, at=at, title=title, note=note
    )
