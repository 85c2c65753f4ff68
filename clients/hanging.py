"""What hangs on a case: one list of every table with a path to it or to its client, and what becomes of its rows.

Each app says it for its own tables (`register_hanging`); a test walks every foreign key and fails where one says
nothing. Whoever closes, stops or hands over a case calls `let_go`, the last thing before the transaction ends.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.utils import timezone

from accounts.models import User
from clients.models import Case
from clients.texts import Words
from common.registry import Registry
from common.scope import acting, nation
from partners.models import Institution


class Occasion(StrEnum):
    """What happens to a case that everything hanging on it has to hear of."""

    CLOSED = "closed"
    DIED = "died"
    REENTERED = "a new case takes its place"
    WITHDRAWN = "consent taken back"
    RESUMED = "consent given again"
    HANDED_OVER = "another worker leads it"


OVER = (Occasion.CLOSED, Occasion.DIED, Occasion.REENTERED)
STOPPED = (*OVER, Occasion.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Passing:
    """What an act needs to know; `worker` hands over to `to`, a case that is entered again goes on in `into`."""

    occasion: Occasion
    actor: User
    at: datetime
    worker: User | None = None
    to: User | None = None
    into: Case | None = None

    @property
    def on(self) -> date:
        return timezone.localdate(self.at)


# Ends or moves the open rows of a case that is locked.
Act = Callable[[Case, Passing], None]


@dataclass(frozen=True, slots=True)
class Hangs:
    """Of one table: what ends or moves its rows on which occasion; on every other they stay, and `stays` says why.

    `at` counts the open rows by which an institution is held, so that it is not deactivated over them, `by` those
    that wait for a worker by name; `label` is what people call these.
    """

    stays: str = ""
    acts: Mapping[Occasion, Act] = field(default_factory=dict)
    label: Words = ""
    at: Callable[[Institution], int] | None = None
    by: Callable[[User], int] | None = None

    def says(self, occasion: Occasion) -> bool:
        return occasion in self.acts or bool(self.stays)


# By the table's name ("care.Membership"), in the order in which they are let go: sight of the file comes last.
HANGING: Registry[str, Hangs] = Registry("what hangs on a case")


def register_hanging(tables: Mapping[str, Hangs]) -> None:
    for table, hangs in tables.items():
        HANGING.add(table, hangs)


def on_each(occasions: Iterable[Occasion], act: Act) -> dict[Occasion, Act]:
    return dict.fromkeys(occasions, act)


def let_go(case: Case, occasion: Occasion, *, actor: User, at: datetime, **more: Any) -> None:
    """Part of the service that closes, stops or hands over a locked case; `more` as a `Passing` has it."""
    passing = Passing(occasion, actor, at, **more)
    for hangs in reversed(list(HANGING.values())):
        if act := hangs.acts.get(occasion):
            act(case, passing)


def held_at(institution: Institution) -> dict[Words, int]:
    """How many open rows hold an institution, by what people call them."""
    with acting(nation()):
        counts = {hangs.label: hangs.at(institution) for hangs in HANGING.values() if hangs.at}
    return {label: n for label, n in counts.items() if n}


def held_by(worker: User) -> dict[Words, int]:
    """How many rows wait for a worker by name."""
    with acting(nation()):
        counts = {hangs.label: hangs.by(worker) for hangs in HANGING.values() if hangs.by}
    return {label: n for label, n in counts.items() if n}
