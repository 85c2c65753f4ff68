from care.views.aftercare import client_aftercare, follow_up, next_follow_up
from care.views.answers import accept, decline, withdraw
from care.views.placements import client_placements, open_placement, placement, placements
from care.views.requests import compare, request_placement
from care.views.running import end, review, start
from care.views.schedule import ics, schedule
from care.views.support_steps import support_agree, support_decline, support_end, support_task
from care.views.supporting import support_new, supporting
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
    "referral_letter",
    "request_placement",
    "review",
    "schedule",
    "start",
    "support_agree",
    "support_decline",
    "support_end",
    "support_new",
    "support_task",
    "supporting",
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
    "withdraw",
]
