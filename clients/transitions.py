"""The one way to move a case, shared by the services of every app that does."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from accounts.models import User
from clients.enums import CaseStatus, EventKind
from clients.models import Case, CaseEvent
from clients.workflow import IllegalMove, next_status
from common.errors import DomainError


def lock_case(case: Case) -> Case:
    """Return the case as it stands now, locked until the end of the transaction."""
    return Case.objects.select_for_update(no_key=True).get(pk=case.pk)


def move_case(case: Case, verb: str) -> None:
    """Set the status that `verb` leads to; the caller saves. A move out of turn is a DomainError."""
    try:
        case.status = next_status(verb, case.status)
    except IllegalMove as error:
        stage = CaseStatus(case.status).label
        raise DomainError(
            _(
                "Kasus ini sudah berada pada tahap “%(stage)s”. Muat ulang halaman untuk melihat statusnya."
            )
            % {"stage": stage},
            code="wrong_status",
        ) from error


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
