from care.views.aftercare import client_aftercare, follow_up, next_follow_up
from care.views.answers import accept, decline, withdraw
from care.views.deliveries import deliveries, delivery, delivery_log, delivery_paper
from care.views.delivering import deliver_aid, deliver_session, deliver_training, deliver_visit
from care.views.groups import group, group_edit, group_join, group_new, groups
from care.views.meetings import group_meet, meeting, meeting_correct
from care.views.members import member, member_leave, member_step
from care.views.placements import client_placements, open_placement, placement, placements
from care.views.requests import request_placement
from care.views.running import end, review, start
from care.views.schedule import ics, schedule


__all__ = [
    "accept",
    "client_aftercare",
    "client_placements",
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
    "placement",
    "placements",
    "request_placement",
    "review",
    "schedule",
    "start",
    "withdraw",
]
