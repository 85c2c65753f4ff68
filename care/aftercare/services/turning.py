"""What a contact after care turns: whoever has relapsed is called again within 72 hours."""

from datetime import date, datetime
from typing import Protocol

from accounts.models import User
from care.aftercare.services.relapsing import add_extra_contact, open_relapse
from care.enums import ContactOutcome
from clients.models import Case


class Told(Protocol):
    """A contact as the worker tells it."""

    @property
    def on(self) -> date: ...
    @property
    def outcome(self) -> str: ...
    @property
    def note(self) -> str: ...


def turn(case: Case, contact: Told, *, actor: User, at: datetime) -> date | None:
    """Part of recording it; returns the day by which somebody calls again, where that is before the next point."""
    if contact.outcome != ContactOutcome.RELAPSE:
        return None
    open_relapse(case, on=contact.on, words=contact.note, actor=actor, at=at)
    return add_extra_contact(case, contact.on).due_on
