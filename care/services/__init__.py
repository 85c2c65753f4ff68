from care.services.answering import accept_placement, decline_placement, withdraw_placement
from care.services.delivering import record_delivery
from care.services.following_up import Contact, record_contact
from care.services.grouping import (
    admit_member,
    change_group,
    move_member,
    open_group,
    release_member,
)
from care.services.meeting import correct_roll, hold_session
from care.services.requesting import place_with_family, request_placement
from care.services.running import Ending, end_placement, review_placement, start_placement


__all__ = [
    "Contact",
    "Ending",
    "accept_placement",
    "admit_member",
    "change_group",
    "correct_roll",
    "decline_placement",
    "end_placement",
    "hold_session",
    "move_member",
    "open_group",
    "place_with_family",
    "record_contact",
    "record_delivery",
    "release_member",
    "request_placement",
    "review_placement",
    "start_placement",
    "withdraw_placement",
]
