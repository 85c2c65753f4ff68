from care.facts import Agreement, Goal, Minutes, Service, Standing, Staying
from care.services.aftercare_planning import plan_aftercare
from care.services.answering import accept_placement, decline_placement, withdraw_placement
from care.services.conferring import add_decision, record_conference
from care.services.delivering import record_delivery
from care.services.ending import Ending, end_placement, end_stay
from care.services.following_up import Contact, record_contact
from care.services.grouping import (
    admit_member,
    change_group,
    move_member,
    open_group,
    release_member,
)
from care.services.meeting import correct_roll, hold_session
from care.services.moving import Departure, confirm_arrival, depart, report_missing
from care.services.plan_items import remove_goal, remove_service, save_goal, save_service
from care.services.plan_reviewing import review_plan
from care.services.planning import (
    agree_plan,
    approve_plan,
    edit_plan,
    return_plan,
    start_plan,
    submit_plan,
)
from care.services.requesting import ask_next, place_with_family, request_placement
from care.services.running import review_placement, start_placement
from care.services.supporting import (
    Support,
    agree_to_support,
    ask_support,
    decline_support,
    end_support,
    give_support_task,
)
from care.services.takers import Taker
from care.services.terminating import (
    approve_termination,
    ask_termination,
    cancel_termination,
    finish_termination,
    prepare_termination,
    return_termination,
    waive_item,
)
from care.services.transferring import (
    Handover,
    accept_transfer,
    decline_transfer,
    propose_transfer,
    withdraw_transfer,
)
from care.services.waiting import (
    Wait,
    change_interim,
    enter_queue,
    leave_queue,
    record_waiting_contact,
)


__all__ = [
    "Agreement",
    "Contact",
    "Departure",
    "Ending",
    "Goal",
    "Handover",
    "Minutes",
    "Service",
    "Standing",
    "Staying",
    "Support",
    "Taker",
    "Wait",
    "accept_placement",
    "accept_transfer",
    "add_decision",
    "admit_member",
    "agree_plan",
    "agree_to_support",
    "approve_plan",
    "approve_termination",
    "ask_next",
    "ask_support",
    "ask_termination",
    "cancel_termination",
    "change_group",
    "change_interim",
    "confirm_arrival",
    "correct_roll",
    "decline_placement",
    "decline_support",
    "decline_transfer",
    "depart",
    "edit_plan",
    "end_placement",
    "end_stay",
    "end_support",
    "enter_queue",
    "finish_termination",
    "give_support_task",
    "hold_session",
    "leave_queue",
    "move_member",
    "open_group",
    "place_with_family",
    "plan_aftercare",
    "prepare_termination",
    "propose_transfer",
    "record_conference",
    "record_contact",
    "record_delivery",
    "record_waiting_contact",
    "release_member",
    "remove_goal",
    "remove_service",
    "report_missing",
    "request_placement",
    "return_plan",
    "return_termination",
    "review_placement",
    "review_plan",
    "save_goal",
    "save_service",
    "start_placement",
    "start_plan",
    "submit_plan",
    "waive_item",
    "withdraw_placement",
    "withdraw_transfer",
]
