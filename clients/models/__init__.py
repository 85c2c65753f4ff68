from clients.models.case import Case, CaseEvent
from clients.models.client import Client, FamilyContact
from clients.models.consent import Consent, ConsentText
from clients.models.emergency import BreakGlass
from clients.models.share import Share


__all__ = [
    "BreakGlass",
    "Case",
    "CaseEvent",
    "Client",
    "Consent",
    "ConsentText",
    "FamilyContact",
    "Share",
]
