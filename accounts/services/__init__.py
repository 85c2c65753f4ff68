"""Accounts are given, never taken: there is no sign-up."""

from accounts.services.events import record
from accounts.services.invitations import accept, invite, resend, revoke
from accounts.services.managing import change_role, deactivate, end_sessions, reactivate
from accounts.services.people import Person, add_user, save_preferences
from accounts.services.resets import ask_reset, confirm_reset, drop_reset


__all__ = [
    "Person",
    "accept",
    "add_user",
    "ask_reset",
    "change_role",
    "confirm_reset",
    "deactivate",
    "drop_reset",
    "end_sessions",
    "invite",
    "reactivate",
    "record",
    "resend",
    "revoke",
    "save_preferences",
]
