"""What may become of a thing that has a status: one kind of table, one way to ask it, one way to move.

A table is the whole truth about its moves and anyone can review it: nothing else changes a status.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext as _

from common.errors import DomainError


Status = TypeVar("Status", bound=TextChoices)


class IllegalMove(ValueError):
    """A verb is not allowed from a status."""


@dataclass(frozen=True, slots=True, init=False)
class Workflow(Generic[Status]):
    """Moves as (verb, from, to)."""

    moves: tuple[tuple[str, tuple[Status, ...], Status], ...]
    title: str

    def __init__(self, *moves: tuple[str, tuple[Status, ...], Status], title: str) -> None:
        object.__setattr__(self, "moves", moves)
        object.__setattr__(self, "title", title)

    @property
    def statuses(self) -> type[Status]:
        return type(self.moves[0][2])

    def next(self, verb: str, status: str) -> Status:
        """Return where `verb` leads from `status`; raise IllegalMove when the table does not allow it."""
        for name, sources, target in self.moves:
            if name == verb and status in sources:
                return target
        raise IllegalMove(f"{verb} is not allowed from {status}")

    def may(self, verb: str, status: str) -> bool:
        return any(name == verb and status in sources for name, sources, _to in self.moves)


def move(row: Any, verb: str, workflow: Workflow[Any]) -> None:
    """Set the status that `verb` leads to; the caller saves. A move out of turn is a DomainError."""
    try:
        row.status = workflow.next(verb, row.status)
    except IllegalMove as error:
        raise moved_on(workflow.statuses(row.status)) from error


def moved_on(status: TextChoices) -> DomainError:
    """For whoever acts on what somebody else has moved meanwhile."""
    sentence = _("Statusnya sudah “%(status)s”. Muat ulang halaman untuk melihat perubahannya.")
    return DomainError(sentence % {"status": status.label}, code="wrong_status")


def every_workflow() -> Iterator[tuple[str, Workflow[Any]]]:
    """The tables of all our apps, each with the file that it stands in: every workflow.py is read."""
    for app in apps.get_app_configs():
        if Path(app.path).parent != settings.BASE_DIR:
            continue
        for path in sorted(Path(app.path).rglob("workflow.py")):
            source = path.relative_to(settings.BASE_DIR)
            module = import_module(".".join(source.with_suffix("").parts))
            tables = vars(module).values()
            yield from ((str(source), each) for each in tables if isinstance(each, Workflow))
