from care.models.conference import CaseConference, ConferenceDecision
from care.models.delivery import Aid, Delivery, HomeVisit, Training
from care.models.follow_up import FollowUp, FollowUpContact
from care.models.group_session import Attendance, GroupSession
from care.models.groups import CareGroup, LadderStep, Membership
from care.models.placement import HOLDS_A_PLACE, OPEN, Placement, Taken
from care.models.plan import PlanGoal, PlanService, ServicePlan
from care.models.termination import AftercarePlan, GateWaiver, Termination


__all__ = [
    "HOLDS_A_PLACE",
    "OPEN",
    "AftercarePlan",
    "Aid",
    "Attendance",
    "CareGroup",
    "CaseConference",
    "ConferenceDecision",
    "Delivery",
    "FollowUp",
    "FollowUpContact",
    "GateWaiver",
    "GroupSession",
    "HomeVisit",
    "LadderStep",
    "Membership",
    "Placement",
    "PlanGoal",
    "PlanService",
    "ServicePlan",
    "Taken",
    "Termination",
    "Training",
]
