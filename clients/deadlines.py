"""How many days each next step may take. Product rules, not norms (domain facts, section 4)."""

from clients.enums import NextStep, Risk


START_SCREENING_DAYS = 3
FINISH_SCREENING_DAYS = 1
DECIDE_DAYS = 2
SECOND_DAYS = 2
APPROVE_DAYS = 2
OVERRIDE_REVIEW_DAYS = 14  # down from high is looked at again within 14 days
RESCREEN_DAYS = 7
START_SERVICE_DAYS = 7
CLOSE_DAYS = 14
STOP_AFTER_WITHDRAWAL_DAYS = 3  # 3 x 24 hours, UU 27/2022 art. 40
BY_RISK: dict[str, dict[str, int]] = {
    NextStep.REQUEST_PLACEMENT: {Risk.HIGH: 1, Risk.MODERATE: 3, Risk.LOW: 7},
    NextStep.AWAIT_ANSWER: {Risk.HIGH: 1, Risk.MODERATE: 3, Risk.LOW: 7},
    NextStep.REVIEW: {Risk.HIGH: 7, Risk.MODERATE: 14, Risk.LOW: 30},
}

# A request without an answer is told to the leaders of both sides; after these days more it is closed.
AFTER_ESCALATION_DAYS: dict[str, int] = {Risk.HIGH: 1, Risk.MODERATE: 2, Risk.LOW: 3}
# An accepted place that nobody has come to: reminded on the day after it was due, then given back.
AFTER_START_REMINDER_DAYS = 7
WAITING_CONTACT_DAYS = 7  # weekly contact while waiting for a place
TAKE_OFFER_DAYS: dict[str, int] = {Risk.HIGH: 1, Risk.MODERATE: 2, Risk.LOW: 3}
