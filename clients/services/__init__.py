from clients.services.case_tasks import NewTask, add_task, finish_task, settle_tasks
from clients.services.cases import add_note, close_case, reassign_case
from clients.services.consent import withdraw_consent
from clients.services.emergency import close_emergency, open_in_emergency, review_emergency
from clients.services.erasing import erase_client, replay_erasure
from clients.services.intake import register_client, reopen_case
from clients.services.profile import add_family_contact, edit_client, edit_family_contact
from clients.services.reading import Elsewhere, log_opening, look_elsewhere, reveal


__all__ = [
    "Elsewhere",
    "NewTask",
    "add_family_contact",
    "add_note",
    "add_task",
    "close_case",
    "close_emergency",
    "edit_client",
    "edit_family_contact",
    "erase_client",
    "finish_task",
    "log_opening",
    "look_elsewhere",
    "open_in_emergency",
    "reassign_case",
    "register_client",
    "reopen_case",
    "replay_erasure",
    "reveal",
    "review_emergency",
    "settle_tasks",
    "withdraw_consent",
]
