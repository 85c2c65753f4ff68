"""What this app brings to those below it and to its own registries, when all apps are ready."""

from clients.event_texts import EVENTS
from clients.events import register_events


def register() -> None:
    for group, texts in EVENTS:
        register_events(group, texts)
