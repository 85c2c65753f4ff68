from care.models.follow_up import FollowUp, FollowUpContact
from care.models.freeing import Freeing
from care.models.placement import HOLDS_A_PLACE, OPEN, Placement, Taken
from care.models.support import SupportingBase
from care.models.transfer import Transfer


__all__ = [
    "HOLDS_A_PLACE",
    "OPEN",
    "FollowUp",
    "FollowUpContact",
    "Freeing",
    "Placement",
    "SupportingBase",
    "Taken",
    "Transfer",
]
