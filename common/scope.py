"""For whom the database answers: the second line of who sees what (docs/decisions/0014-fence.md).

A scope is opened once for each transaction and ends with it. It sets the database role, whose rights and
row policies then hold for every statement, whatever a query forgot (docs/security.md).
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from django.db import connection, transaction

from common.postgres import send_along


WEB = "app_web"  # reads and writes inside the fence of its institutions
READ = "app_read"  # reads the whole nation, writes nothing but the read log
LOGIN = "app_login"  # what every connection starts as: no right on any row about a person


@dataclass(frozen=True, slots=True)
class Scope:
    role: str
    institutions: tuple[int, ...] = ()
    user_id: int | None = None
    watches: bool = False  # over the accesses of everybody, as data officers do
    request_id: UUID = field(default_factory=uuid4)

    def settings(self) -> dict[str, str]:
        """What the policies and the triggers ask for; `current_setting` never answers empty inside a scope."""
        who = {"user": self.user_id, "request": str(self.request_id)}
        return {
            "role": self.role,
            "app.institutions": f"{{{','.join(map(str, self.institutions))}}}",
            "app.user": str(self.user_id or 0),
            "app.watches": "yes" if self.watches else "no",
            "pghistory.context_id": str(self.request_id),
            "pghistory.context_metadata": json.dumps(who),
        }


# Work that needs no row about a person: background machinery, accounts, sign-in.
MACHINERY = Scope(LOGIN)
_current: ContextVar[Scope | None] = ContextVar("scope", default=None)


def current() -> Scope | None:
    return _current.get()


def nation() -> Scope:
    """The whole country, to be read: national figures, auditors. Who asks stays who they are."""
    return replace(current() or MACHINERY, role=READ, institutions=())


def among_accounts(scope: Scope) -> Scope:
    """The same person, where no row about a client is needed: also those who only read keep their password."""
    return replace(scope, role=LOGIN, institutions=())


@contextmanager
def acting(scope: Scope) -> Iterator[None]:
    """One transaction (or a part of one) in which the database answers for `scope` and nobody else."""
    before, inside = current(), connection.in_atomic_block
    token = _current.set(scope)
    try:
        with transaction.atomic():
            _apply(scope.settings())
            yield
            # Going back is only for what follows in the same transaction; an undone part is back already.
            if inside and not connection.needs_rollback:
                _apply(before.settings() if before else CLOSED)
    finally:
        _current.reset(token)


CLOSED = {**dict.fromkeys(MACHINERY.settings(), ""), "role": "none"}


def _apply(settings: dict[str, str]) -> None:
    calls = ", ".join(["set_config(%s, %s, true)"] * len(settings))
    send_along(f"SELECT {calls}", [text for pair in settings.items() for text in pair])
