from care.models.conference import CaseConference, ConferenceDecision
from care.models.delivery import Aid, Delivery, HomeVisit, Training
from care.models.follow_up import FollowUp, FollowUpContact
from care.models.freeing import Freeing
from care.models.group_session import Attendance, GroupSession
from care.models.groups import CareGroup, LadderStep, Membership
from care.models.guidance import Guidance, GuidanceContact
from care.models.handover import AftercareHandover
from care.models.life import Death, Imprisonment, OverdoseAdvice
from care.models.locator import LocatorEntry
from care.models.outcome import OutcomeInterview, OutcomePart
from care.models.placement import FAILED, HOLDS_A_PLACE, OPEN, Placement, Taken
from care.models.plan import PlanGoal, PlanService, ServicePlan
from care.models.relapse import Relapse
from care.models.support import SupportingBase
from care.models.termination import AftercarePlan, GateWaiver, Termination
from care.models.transfer import Transfer
from care.models.waiting import WaitingEntry, WaitingPlace


__all__ = [
    "FAILED",
    "HOLDS_A_PLACE",
    "OPEN",
    "AftercareHandover",
    "AftercarePlan",
    "Aid",
    "Attendance",
    "CareGroup",
    "CaseConference",
    "ConferenceDecision",
    "Death",
    "Delivery",
    "FollowUp",
    "FollowUpContact",
    "Freeing",
    "GateWaiver",
    "GroupSession",
    "Guidance",
    "GuidanceContact",
    "HomeVisit",
    "Imprisonment",
    "LadderStep",
    "LocatorEntry",
    "Membership",
    "OutcomeInterview",
    "OutcomePart",
    "OverdoseAdvice",
    "Placement",
    "PlanGoal",
    "PlanService",
    "Relapse",
    "ServicePlan",
    "SupportingBase",
    "Taken",
    "Termination",
    "Training",
    "Transfer",
    "WaitingEntry",
    "WaitingPlace",
]
