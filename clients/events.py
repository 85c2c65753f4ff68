"""The kinds of event, each brought by the app that writes it, and the chips over the timeline."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clients.texts import Facts, Text, Words
from common.registry import Registry


@dataclass(frozen=True, slots=True)
class EventGroup:
    """Kinds in words that a reader would choose from."""

    key: str
    label: Words
    order: int


@dataclass(frozen=True, slots=True)
class Kind:
    label: Words
    group: EventGroup
    text: Text


_kinds: Registry[str, Kind] = Registry("kind of event")


def register_events(group: EventGroup, texts: Mapping[Any, Text]) -> None:
    for kind, words in texts.items():
        _kinds.add(kind.value, Kind(kind.label, group, words))


def text_of(kind: str) -> Text:
    return _kinds[kind].text


def title_of(kind: str, facts: Facts) -> str:
    """What the kind is called, unless its text says more."""
    return text_of(kind).titled(facts) or str(_kinds[kind].label)


def event_kinds() -> list[tuple[str, Words]]:
    return [(value, kind.label) for value, kind in _kinds.items()]


def event_groups() -> list[EventGroup]:
    groups = {kind.group.key: kind.group for kind in _kinds.values()}
    return sorted(groups.values(), key=lambda group: group.order)


def kinds_in(group: str) -> tuple[str, ...]:
    """None named, all meant."""
    return tuple(value for value, kind in _kinds.items() if kind.group.key == group)
