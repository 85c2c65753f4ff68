"""The one way to move a case, shared by the services of every app that does."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import TextChoices

from accounts.models import User
from clients.enums import NextStep
from clients.events import text_of
from clients.following import follow
from clients.models import Case, CaseEvent
from clients.rules import has_withdrawn_consent


def lock_case(case: Case) -> Case:
    """Return the case as it stands now, locked until the end of the transaction."""
    return Case.objects.select_for_update(no_key=True).get(pk=case.pk)


def set_next(case: Case, step: str, due: date | None) -> None:
    """Once consent was taken back, 3 x 24 hours run (UU 27/2022 art. 40): nothing but the end moves that clock."""
    if step and case.next_step == NextStep.CLOSE and has_withdrawn_consent(case.client):
        return
    case.next_step, case.next_due_on = step, due


def tell(
    case: Case,
    kind: TextChoices,
    *,
    actor: User | None,
    at: datetime,
    note: str = "",
    **facts: object,
) -> CaseEvent:
    """Write the one event of a service, at its end: what other apps do upon it sees everything else done.

    `facts` are those of the kind's text, all of them (clients/texts.py).
    """
    event = CaseEvent.objects.create(
        case=case, kind=kind, actor=actor, at=at, note=note, facts=text_of(kind).kept(facts)
    )
    follow(case, kind, actor=actor, at=at)
    return event


def tell_each(
    cases: Iterable[Case], kind: TextChoices, *, actor: User, at: datetime, **facts: object
) -> None:
    """The same event in the timelines of several people."""
    kept = text_of(kind).kept(facts)
    CaseEvent.objects.bulk_create(
        CaseEvent(case=case, kind=kind, actor=actor, at=at, facts=kept) for case in cases
    )
