"""What this app brings to those below it, when all apps are ready."""

from clients.events import register_events
from clients.task_texts import register_task_texts
from screening.event_texts import EVENTS, TASKS


def register() -> None:
    for group, texts in EVENTS:
        register_events(group, texts)
    register_task_texts(TASKS)
