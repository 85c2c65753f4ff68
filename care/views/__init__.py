from care.views.aftercare import client_aftercare, follow_up, next_follow_up
from care.views.answers import accept, decline, withdraw
from care.views.placements import client_placements, open_placement, placement, placements
from care.views.reoffer import reoffer
from care.views.requests import compare, request_placement
from care.views.running import end, review, start
from care.views.schedule import ics, schedule
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
    "client_aftercare",
    "client_placements",
    "compare",
    "decline",
    "end",
    "follow_up",
    "ics",
    "next_follow_up",
    "open_placement",
    "placement",
    "placements",
    "reoffer",
    "request_placement",
    "review",
    "schedule",
    "start",
    "wait",
    "waiting",
    "waiting_contact",
    "waiting_interim",
    "waiting_leave",
    "waiting_list",
    "withdraw",
]
