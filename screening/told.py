"""What apps above know of a case that routing asks for (screening/engine/facts.py): each registers its own facts."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias

from clients.models import Case
from common.registry import Registry


Teller: TypeAlias = Callable[[Case, date], Mapping[str, Any]]
TELLERS: Registry[str, Teller] = Registry("facts for the routing")


def told_of(case: Case, day: date) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for tell in TELLERS.values():
        found |= tell(case, day)
    return found
