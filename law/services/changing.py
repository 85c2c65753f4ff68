"""What every change of the register has in common."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from clients.models import Case
from clients.transitions import tell
from common.errors import DomainError
from law.enums import LawEvent
from law.models import Register


def demand_open_case(case: Case) -> None:
    if not case.is_open:
        raise DomainError(
            _("Kasus ini sudah ditutup. Register hukumnya tetap dapat dibaca."), code="closed"
        )


def change_row(row: Register, facts: Any, *, version: int, actor: User, at: datetime) -> bool:
    """Whether anything changed; saving the same facts again leaves no trace."""
    changed = {
        name: value
        for name in facts.__slots__
        if getattr(row, name) != (value := getattr(facts, name))
    }
    if not changed:
        return False
    row.become_next_version(version, actor=actor, at=at)
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(update_fields=[*changed, *row.VERSION_COLUMNS])
    return True


def tell_change(case: Case, kind: LawEvent, *, actor: User, at: datetime) -> None:
    """The one event of a change; the database has made the case's status what the register says."""
    case.refresh_from_db(fields=["legal_status"])
    tell(case, kind, actor=actor, at=at)
