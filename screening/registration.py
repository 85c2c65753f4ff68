"""What screening brings to those below."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES
from clients.events import register_events
from clients.task_texts import register_task_texts
from common.menu import Place, register_pages, register_place
from screening.event_texts import EVENTS, TASKS


def register() -> None:
    _register_places()
    for group, texts in EVENTS:
        register_events(group, texts)
    register_task_texts(TASKS)


def _register_places() -> None:
    roles = frozenset(INSTITUTION_ROLES)
    register_place(Place(_("Skrining"), "screening:list", "clipboard-list", 40, roles))
    register_pages("clients:list", "screening:client")
