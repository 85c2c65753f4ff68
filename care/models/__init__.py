from care.models.follow_up import FollowUp, FollowUpContact
from care.models.freeing import Freeing
from care.models.placement import FAILED, HOLDS_A_PLACE, OPEN, Placement, Taken
from care.models.waiting import WaitingEntry, WaitingPlace


__all__ = [
    "FAILED",
    "HOLDS_A_PLACE",
    "OPEN",
    "FollowUp",
    "FollowUpContact",
    "Freeing",
    "Placement",
    "Taken",
    "WaitingEntry",
    "WaitingPlace",
]
