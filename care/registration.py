"""What this app brings to those below it, when all apps are ready."""

from care.event_texts import EVENTS, TASKS
from clients.events import register_events
from clients.task_texts import register_task_texts


def register() -> None:
    for group, texts in EVENTS:
        register_events(group, texts)
    register_task_texts(TASKS)
