from care.services.answering import accept_placement, decline_placement, withdraw_placement
from care.services.following_up import Contact, record_contact
from care.services.moving import Departure, confirm_arrival, depart, report_missing
from care.services.requesting import place_with_family, request_placement
from care.services.running import Ending, end_placement, review_placement, start_placement
from care.services.supporting import (
    Support,
    agree_to_support,
    ask_support,
    decline_support,
    end_support,
    give_support_task,
)
from care.services.takers import Taker
from care.services.transferring import (
    Handover,
    accept_transfer,
    decline_transfer,
    propose_transfer,
    withdraw_transfer,
)


__all__ = [
    "Contact",
    "Departure",
    "Ending",
    "Handover",
    "Support",
    "Taker",
    "accept_placement",
    "accept_transfer",
    "agree_to_support",
    "ask_support",
    "confirm_arrival",
    "decline_placement",
    "decline_support",
    "decline_transfer",
    "depart",
    "end_placement",
    "end_support",
    "give_support_task",
    "place_with_family",
    "propose_transfer",
    "record_contact",
    "report_missing",
    "request_placement",
    "review_placement",
    "start_placement",
    "withdraw_placement",
    "withdraw_transfer",
]
