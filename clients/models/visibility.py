"""Who sees which person: the whole rule of architecture section 4, for every table with a path to a client."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Q, QuerySet

from accounts.enums import Role
from clients.models.emergency import clients_opened_in_emergency
from clients.models.share import clients_shared_with


if TYPE_CHECKING:
    from accounts.models import User

Rows = TypeVar("Rows", bound=QuerySet[Any])


def rows_for(rows: Rows, user: "User", *, client: str, carried: Callable[["User"], Q]) -> Rows:
    """Role, institution, share and caseload.

    `client` is the column with the client's id; `carried` says which of the rows a person leads or supports.
    """
    if not user.is_authenticated or not user.is_active or user.role == Role.DATA_OFFICER:
        return rows.none()
    if user.role == Role.AUDITOR:
        return rows.all()
    opened = clients_opened_in_emergency(user, client)
    if user.institution_id is None:
        return rows.filter(opened)
    ours = Q(institution_id=user.institution_id)
    ours |= clients_shared_with(user.institution_id, client)
    if user.role == Role.SOCIAL_WORKER:
        ours &= carried(user)
    return rows.filter(ours | opened)


def without_emergencies(rows: Rows, user: "User", client: str = "client_id") -> Rows:
    """For lists of work: a file whose glass somebody has broken is read by them, and is none of their work."""
    if user.role == Role.AUDITOR:
        return rows
    return rows.filter(~clients_opened_in_emergency(user, client))
