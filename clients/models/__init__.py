from clients.models import fences  # noqa: F401  declares
from clients.models.case import Case, CaseEvent, CaseSupporter
from clients.models.client import Client, FamilyContact
from clients.models.consent import Consent, ConsentText, VitalInterest
from clients.models.emergency import BreakGlass
from clients.models.share import Share
from clients.models.task import CaseTask
from clients.models.wait import Wait


__all__ = [
    "BreakGlass",
    "Case",
    "CaseEvent",
    "CaseSupporter",
    "CaseTask",
    "Client",
    "Consent",
    "ConsentText",
    "FamilyContact",
    "Share",
    "VitalInterest",
    "Wait",
]
