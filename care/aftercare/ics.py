"""A calendar file (RFC 5545) that anybody may have on a phone: no names, only the registration number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any


@dataclass(frozen=True)
class Entry:
    uid: str
    on: date
    summary: str
    description: str
    weekly: bool = False


def calendar(name: str, entries: Iterable[Entry], *, stamp: datetime) -> bytes:
    # Few ask for one, and the library is 2 MB of every web worker.
    from icalendar import Calendar, Event  # noqa: PLC0415

    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//ATENSI KPN//Jadwal pascalayanan//ID")
    made.add("x-wr-calname", name)
    for entry in entries:
        event = Event()
        for fact, value in _facts(entry, stamp).items():
            event.add(fact, value)
        if entry.weekly:
            event.add("rrule", {"freq": "weekly"})
        made.add_component(event)
    written: bytes = made.to_ical(sorted=False)
    return written


def _facts(entry: Entry, stamp: datetime) -> dict[str, Any]:
    return {
        "uid": entry.uid,
        "dtstamp": stamp.astimezone(UTC),
        "dtstart": entry.on,
        "dtend": entry.on + timedelta(days=1),
        "summary": entry.summary,
        **({"description": entry.description} if entry.description else {}),
        "transp": "TRANSPARENT",
    }
