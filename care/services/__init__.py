from care.services.answering import accept_placement, decline_placement, withdraw_placement
from care.services.following_up import Contact, record_contact
from care.services.requesting import place_with_family, request_placement
from care.services.running import Ending, end_placement, review_placement, start_placement


__all__ = [
    "Contact",
    "Ending",
    "accept_placement",
    "decline_placement",
    "end_placement",
    "place_with_family",
    "record_contact",
    "request_placement",
    "review_placement",
    "start_placement",
    "withdraw_placement",
]
