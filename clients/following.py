"""What an app above does at once when something is told of a case: in the same transaction, under the same lock.

So a rule that was asked at a door is asked again when the fact changes, whoever changes it (docs/decisions/0024).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from common.registry import Registry


if TYPE_CHECKING:
    from accounts.models import User
    from clients.models import Case

Act: TypeAlias = "Callable[[Case, User | None, datetime], object]"


@dataclass(frozen=True, slots=True)
class Follower:
    """`act` gets the case, who changed it (None: the system), and when."""

    kinds: frozenset[str]
    act: Act


FOLLOWERS: Registry[str, Follower] = Registry("what follows an event")


def follow(case: "Case", kind: str, *, actor: "User | None", at: datetime) -> None:
    for follower in FOLLOWERS.values():
        if kind in follower.kinds:
            follower.act(case, actor, at)
