from care.models.conference import CaseConference, ConferenceDecision
from care.models.follow_up import FollowUp, FollowUpContact
from care.models.placement import HOLDS_A_PLACE, OPEN, Placement, Taken
from care.models.plan import PlanGoal, PlanService, ServicePlan
from care.models.termination import AftercarePlan, GateWaiver, Termination


__all__ = [
    "HOLDS_A_PLACE",
    "OPEN",
    "AftercarePlan",
    "CaseConference",
    "ConferenceDecision",
    "FollowUp",
    "FollowUpContact",
    "GateWaiver",
    "Placement",
    "PlanGoal",
    "PlanService",
    "ServicePlan",
    "Taken",
    "Termination",
]
