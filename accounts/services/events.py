"""The security log of accounts."""

from accounts.enums import EventKind
from accounts.models import AccountEvent, User


def record(
    user: User,
    kind: EventKind,
    *,
    actor: User | None = None,
    ip: str | None = None,
    detail: str = "",
) -> AccountEvent:
    """`actor` is whoever did it; the person of the account when nobody else is named."""
    return AccountEvent.objects.create(
        user=user, kind=kind, actor=actor or user, ip=ip, detail=detail[:200]
    )
