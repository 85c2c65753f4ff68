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
from care.services.requesting import place_with_family, request_placement
from care.services.running import review_placement, start_placement
from care.services.terminating import (
    approve_termination,
    ask_termination,
    cancel_termination,
    finish_termination,
    prepare_termination,
    return_termination,
    waive_item,
)


__all__ = [
    "Agreement",
    "Contact",
    "Ending",
    "Goal",
    "Minutes",
    "Service",
    "Standing",
    "Staying",
    "accept_placement",
    "add_decision",
    "admit_member",
    "agree_plan",
    "approve_plan",
    "approve_termination",
    "ask_termination",
    "cancel_termination",
    "change_group",
    "correct_roll",
    "decline_placement",
    "edit_plan",
    "end_placement",
    "end_stay",
    "finish_termination",
    "hold_session",
    "move_member",
    "open_group",
    "place_with_family",
    "plan_aftercare",
    "prepare_termination",
    "record_conference",
    "record_contact",
    "record_delivery",
    "release_member",
    "remove_goal",
    "remove_service",
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
]
