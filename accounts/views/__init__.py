from accounts.views.invitations import accept, invite, resend, revoke
from accounts.views.locking import lock, unlock
from accounts.views.preferences import preferences
from accounts.views.security import (
    end_other_sessions,
    end_session,
    enrol,
    recovery_codes,
    security,
    to_security,
)
from accounts.views.users import act, role, user, users


__all__ = [
    "accept",
    "act",
    "end_other_sessions",
    "end_session",
    "enrol",
    "invite",
    "lock",
    "preferences",
    "recovery_codes",
    "resend",
    "revoke",
    "role",
    "security",
    "to_security",
    "unlock",
    "user",
    "users",
]
