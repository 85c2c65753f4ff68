"""A calendar file (RFC 5545) that anybody may have on a phone: no names, only the registration number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event


@dataclass(frozen=True)
class Entry:
    uid: str
    on: date
    summary: str
    description: str


def calendar(name: str, entries: Iterable[Entry], *, stamp: datetime) -> bytes:
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//ATENSI KPN//Jadwal pascalayanan//ID")
    made.add("x-wr-calname", name)
    for entry in entries:
        made.add_component(_event(entry, stamp))
    written: bytes = made.to_ical(sorted=False)
    return written


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + timedelta(days=1))
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")
    return event
