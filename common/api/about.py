"""What an operation says of itself; nobody asks before somebody wants the schema (common.api.schema)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from rest_framework.serializers import BaseSerializer

from common.api.inputs import Input
from common.api.views import Reference


Operation = TypeVar("Operation", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class About:
    summary: Any
    answer: type[BaseSerializer]
    sent: type[Input] | None = None
    status: int = 200


def reads(summary: Any, answer: type[BaseSerializer]) -> Callable[[Operation], Operation]:
    return _tells(About(summary, answer))


def writes(
    summary: Any, sent: type[Input], *, status: int = 200
) -> Callable[[Operation], Operation]:
    """What it takes, and that it answers with a reference."""
    return _tells(About(summary, Reference, sent, status))


def _tells(about: About) -> Callable[[Operation], Operation]:
    def tell(operation: Operation) -> Operation:
        operation.about = about  # type: ignore[attr-defined]
        return operation

    return tell
