from care.views.aftercare import client_aftercare, follow_up, next_follow_up
from care.views.answers import accept, decline, withdraw
from care.views.conferences import (
    conference,
    conference_new,
    conference_print,
    conferences,
    decision_new,
)
from care.views.deliveries import deliveries, delivery, delivery_log, delivery_paper
from care.views.delivering import deliver_aid, deliver_session, deliver_training, deliver_visit
from care.views.groups import group, group_edit, group_join, group_new, groups
from care.views.meetings import group_meet, meeting, meeting_correct
from care.views.members import member, member_leave, member_step
from care.views.placements import client_placements, open_placement, placement, placements
from care.views.plan_answers import plan_agree, plan_answer, plan_review
from care.views.plan_drafting import (
    goal,
    goal_new,
    goal_remove,
    plan_edit,
    plan_start,
    plan_submit,
    service,
    service_new,
    service_remove,
)
from care.views.plans import client_plan, open_plan, plan_print, plan_version
from care.views.reoffer import reoffer
from care.views.requests import compare, request_placement
from care.views.running import end, review, start
from care.views.schedule import ics, schedule
from care.views.support_steps import support_agree, support_decline, support_end, support_task
from care.views.supporting import support_new, supporting
from care.views.terminations import (
    aftercare_plan,
    gate_waive,
    termination,
    termination_answer,
    termination_ask,
    termination_cancel,
)
from care.views.transfer_new import referral_letter, transfer_new
from care.views.transfer_steps import (
    transfer_accept,
    transfer_arrive,
    transfer_decline,
    transfer_depart,
    transfer_missing,
    transfer_withdraw,
)
from care.views.transfers import transfer, transfer_open, transfers
from care.views.waiting import (
    wait,
    waiting,
    waiting_contact,
    waiting_interim,
    waiting_leave,
    waiting_list,
)


__all__ = [
    "accept",
    "aftercare_plan",
    "client_aftercare",
    "client_placements",
    "client_plan",
    "compare",
    "conference",
    "conference_new",
    "conference_print",
    "conferences",
    "decision_new",
    "decline",
    "deliver_aid",
    "deliver_session",
    "deliver_training",
    "deliver_visit",
    "deliveries",
    "delivery",
    "delivery_log",
    "delivery_paper",
    "end",
    "follow_up",
    "gate_waive",
    "goal",
    "goal_new",
    "goal_remove",
    "group",
    "group_edit",
    "group_join",
    "group_meet",
    "group_new",
    "groups",
    "ics",
    "meeting",
    "meeting_correct",
    "member",
    "member_leave",
    "member_step",
    "next_follow_up",
    "open_placement",
    "open_plan",
    "placement",
    "placements",
    "plan_agree",
    "plan_answer",
    "plan_edit",
    "plan_print",
    "plan_review",
    "plan_start",
    "plan_submit",
    "plan_version",
    "referral_letter",
    "reoffer",
    "request_placement",
    "review",
    "schedule",
    "service",
    "service_new",
    "service_remove",
    "start",
    "support_agree",
    "support_decline",
    "support_end",
    "support_new",
    "support_task",
    "supporting",
    "termination",
    "termination_answer",
    "termination_ask",
    "termination_cancel",
    "transfer",
    "transfer_accept",
    "transfer_arrive",
    "transfer_decline",
    "transfer_depart",
    "transfer_missing",
    "transfer_new",
    "transfer_open",
    "transfer_withdraw",
    "transfers",
    "wait",
    "waiting",
    "waiting_contact",
    "waiting_interim",
    "waiting_leave",
    "waiting_list",
    "withdraw",
]
