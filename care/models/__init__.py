from care.models.delivery import Aid, Delivery, HomeVisit, Training
from care.models.follow_up import FollowUp, FollowUpContact
from care.models.group_session import Attendance, GroupSession
from care.models.groups import CareGroup, LadderStep, Membership
from care.models.placement import HOLDS_A_PLACE, OPEN, Placement, Taken


__all__ = [
    "HOLDS_A_PLACE",
    "OPEN",
    "Aid",
    "Attendance",
    "CareGroup",
    "Delivery",
    "FollowUp",
    "FollowUpContact",
    "GroupSession",
    "HomeVisit",
    "LadderStep",
    "Membership",
    "Placement",
    "Taken",
    "Training",
]
