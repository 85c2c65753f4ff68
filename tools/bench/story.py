"""The lines of one person's timeline, as the services would have told them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from care.event_kinds import CareEvent
from clients.enums import EventKind, NoteKind
from screening.enums import ScreeningEvent
from tools.bench.interviews import Interview


LINES = 5
NOTE = "Bertemu klien dan keluarga, menyepakati langkah berikutnya, dan mencatat perkembangan. " * 3
Line = tuple[str, date, dict[str, Any], str]


@dataclass(frozen=True, slots=True)
class Days:
    """Of what has not come yet, none."""

    opened: date
    begun: date
    screened: date | None
    decided: date | None
    started: date | None
    planned_end: date


def story(days: Days, said: Interview, place: str | None) -> list[Line]:
    lines = list(_told(days, said, place))
    note = (EventKind.NOTE, days.opened, {"about": NoteKind.HOME_VISIT}, NOTE)
    return lines + [note] * (LINES - len(lines))


def _told(days: Days, said: Interview, place: str | None) -> Iterator[Line]:
    yield EventKind.REGISTERED, days.opened, {}, ""
    if days.screened:
        found = {"risk": said.risk, "base": said.base, "step": ""}
        yield ScreeningEvent.SCREENING_STARTED, days.begun, {}, ""
        yield ScreeningEvent.SCREENING_FINISHED, days.screened, found, ""
    if days.decided:
        yield ScreeningEvent.DECIDED, days.decided, {"decision": [said.base, said.base]}, ""
    if days.started:
        span = {"start": days.started.isoformat(), "end": days.planned_end.isoformat()}
        yield CareEvent.SERVICE_STARTED, days.started, {"place": place, **span}, ""
