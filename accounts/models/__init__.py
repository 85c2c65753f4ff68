"""People who work with the system. Clients and families have no account."""

from accounts.models.doors import AccountEvent, FactorReset, Invitation
from accounts.models.service_key import LONGEST_KEY_LIFE, ServiceKey
from accounts.models.session import Session
from accounts.models.user import CARING_ROLES, User, UserQuerySet


__all__ = [
    "CARING_ROLES",
    "LONGEST_KEY_LIFE",
    "AccountEvent",
    "FactorReset",
    "Invitation",
    "ServiceKey",
    "Session",
    "User",
    "UserQuerySet",
]
