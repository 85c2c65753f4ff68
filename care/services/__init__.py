from care.services.answering import accept_placement, decline_placement, withdraw_placement
from care.services.following_up import Contact, record_contact
from care.services.requesting import ask_next, place_with_family, request_placement
from care.services.running import Ending, end_placement, review_placement, start_placement
from care.services.waiting import (
    Wait,
    change_interim,
    enter_queue,
    leave_queue,
    record_waiting_contact,
)


__all__ = [
    "Contact",
    "Ending",
    "Wait",
    "accept_placement",
    "ask_next",
    "change_interim",
    "decline_placement",
    "end_placement",
    "enter_queue",
    "leave_queue",
    "place_with_family",
    "record_contact",
    "record_waiting_contact",
    "request_placement",
    "review_placement",
    "start_placement",
    "withdraw_placement",
]
