"""How the statuses of care look."""

from django.db.models import Model

from care.aftercare_enums import HandoverStatus, OutcomeStatus, RelapseStatus
from care.enums import (
    FollowUpStatus,
    GoalStatus,
    PlacementStatus,
    PlanStatus,
    Presence,
    SupportStatus,
    TerminationStatus,
    TransferStatus,
    WaitingStatus,
)
from care.models import (
    AftercareHandover,
    Attendance,
    FollowUp,
    OutcomeInterview,
    Placement,
    PlanGoal,
    Relapse,
    ServicePlan,
    SupportingBase,
    Termination,
    Transfer,
    WaitingEntry,
)
from common.looks import Look


CARE_LOOKS: dict[type[Model], dict[str, Look]] = {
    Placement: {
        PlacementStatus.REQUESTED: ("warning", "hourglass"),
        PlacementStatus.ACCEPTED: ("info", "circle-check"),
        PlacementStatus.ACTIVE: ("success", "player-play"),
        PlacementStatus.DECLINED: ("neutral", "circle-x"),
        PlacementStatus.WITHDRAWN: ("neutral", "arrow-back-up"),
        PlacementStatus.ENDED: ("neutral", "flag"),
        PlacementStatus.LAPSED: ("danger", "clock"),
        PlacementStatus.RELEASED: ("neutral", "clock"),
    },
    Transfer: {
        TransferStatus.PROPOSED: ("warning", "hourglass"),
        TransferStatus.ACCEPTED: ("info", "circle-check"),
        TransferStatus.TRAVELLING: ("warning", "send"),
        TransferStatus.ARRIVED: ("success", "circle-check"),
        TransferStatus.DECLINED: ("neutral", "circle-x"),
        TransferStatus.WITHDRAWN: ("neutral", "arrow-back-up"),
        TransferStatus.NOT_ARRIVED: ("danger", "alert-triangle"),
    },
    SupportingBase: {
        SupportStatus.ASKED: ("warning", "hourglass"),
        SupportStatus.AGREED: ("success", "circle-check"),
        SupportStatus.DECLINED: ("neutral", "circle-x"),
        SupportStatus.ENDED: ("neutral", "flag"),
    },
    FollowUp: {
        FollowUpStatus.PLANNED: ("info", "calendar"),
        FollowUpStatus.REACHED: ("success", "circle-check"),
        FollowUpStatus.NOT_REACHED: ("warning", "circle-x"),
        FollowUpStatus.MISSED: ("danger", "clock"),
        FollowUpStatus.CANCELLED: ("neutral", "x"),
    },
    OutcomeInterview: {
        OutcomeStatus.DRAFT: ("info", "pencil"),
        OutcomeStatus.FINISHED: ("success", "circle-check"),
    },
    WaitingEntry: {
        WaitingStatus.WAITING: ("warning", "hourglass"),
        WaitingStatus.OFFERED: ("success", "bed"),
        WaitingStatus.LEFT: ("neutral", "flag"),
    },
    ServicePlan: {
        PlanStatus.DRAFT: ("info", "pencil"),
        PlanStatus.SUBMITTED: ("warning", "hourglass"),
        PlanStatus.APPROVED: ("info", "circle-check"),
        PlanStatus.AGREED: ("success", "check"),
        PlanStatus.SUPERSEDED: ("neutral", "history"),
        PlanStatus.ENDED: ("neutral", "flag"),
    },
    PlanGoal: {
        GoalStatus.OPEN: ("info", "circle-dot"),
        GoalStatus.MET: ("success", "circle-check"),
        GoalStatus.PARTLY: ("warning", "trending-up"),
        GoalStatus.DROPPED: ("neutral", "circle-x"),
    },
    Termination: {
        TerminationStatus.PREPARED: ("info", "pencil"),
        TerminationStatus.ASKED: ("warning", "hourglass"),
        TerminationStatus.APPROVED: ("success", "circle-check"),
        TerminationStatus.CANCELLED: ("neutral", "circle-x"),
    },
    Relapse: {
        RelapseStatus.NAMED: ("danger", "alert-octagon"),
        RelapseStatus.PLANNED: ("warning", "hourglass"),
        RelapseStatus.SETTLED: ("success", "circle-check"),
    },
    AftercareHandover: {
        HandoverStatus.ASKED: ("warning", "hourglass"),
        HandoverStatus.ACCEPTED: ("success", "circle-check"),
        HandoverStatus.DECLINED: ("neutral", "circle-x"),
        HandoverStatus.WITHDRAWN: ("neutral", "arrow-back-up"),
    },
    Attendance: {
        Presence.PRESENT: ("success", "circle-check"),
        Presence.LEFT_EARLY: ("warning", "clock"),
        Presence.EXCUSED: ("info", "info-circle"),
        Presence.ABSENT: ("danger", "circle-x"),
    },
}
