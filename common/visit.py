"""Whose request is being answered, for whatever writes it down: the read log."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Visit:
    """Empty outside a request: a task or a command looks for nobody in particular."""

    role: str = ""
    ip: str | None = None
    request_id: UUID | None = None
    page: str = ""  # its address, which never holds more than ids


NOBODYS = Visit()
_current: ContextVar[Visit] = ContextVar("visit", default=NOBODYS)


def this_visit() -> Visit:
    return _current.get()


@contextmanager
def visiting(visit: Visit) -> Iterator[None]:
    token = _current.set(visit)
    try:
        yield
    finally:
        _current.reset(token)
