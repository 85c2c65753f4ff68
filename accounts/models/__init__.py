"""People who work with the system. Clients and families have no account."""

from accounts.models.appointment import Appointment
from accounts.models.doors import AccountEvent, FactorReset, Invitation
from accounts.models.service_key import LONGEST_KEY_LIFE, ServiceKey
from accounts.models.session import Session
from accounts.models.user import User, UserQuerySet


__all__ = [
    "LONGEST_KEY_LIFE",
    "AccountEvent",
    "Appointment",
    "FactorReset",
    "Invitation",
    "ServiceKey",
    "Session",
    "User",
    "UserQuerySet",
]
