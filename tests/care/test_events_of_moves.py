"""A kind of event means one thing: each move of each workflow writes its own."""

from collections import Counter

import pytest

from care.event_kinds import CareEvent as C
from care.workflow import (
    HANDOVER,
    OUTCOME,
    PLACEMENT,
    PLAN,
    RELAPSE,
    SUPPORT,
    TERMINATION,
    TRANSFER,
    WAITING,
)
from clients.enums import EventKind
from clients.models import CaseEvent
from clients.workflow import CASE
from common.workflow import every_workflow
from reports.workflow import SUBMISSION
from safety.enums import SafetyEvent
from screening.assessment.workflow import ASSESSMENT
from screening.enums import ScreeningEvent as S
from tests.care.moves import scenes


pytestmark = pytest.mark.django_db

FLOWS = {
    "case": CASE,
    "placement": PLACEMENT,
    "transfer": TRANSFER,
    "waiting": WAITING,
    "support": SUPPORT,
    "assessment": ASSESSMENT,
    "plan": PLAN,
    "termination": TERMINATION,
    "relapse": RELAPSE,
    "handover": HANDOVER,
    "outcome": OUTCOME,
}
NO_CASE_OF_ITS_OWN = {SUBMISSION}
KIND_OF = {
    ("case", "start_screening"): S.SCREENING_STARTED,
    ("case", "refer_to_medical"): SafetyEvent.REFERRED,
    ("case", "go_on_screening"): SafetyEvent.SCREENING_GOES_ON,
    ("case", "go_on_deciding"): SafetyEvent.DECIDING_GOES_ON,
    ("case", "propose"): S.SCREENING_FINISHED,
    ("case", "decide"): S.DECIDED,
    ("case", "decide_again"): S.OVERRIDE_REVIEWED,
    ("case", "start_service"): C.SERVICE_STARTED,
    ("case", "end_service"): C.SERVICE_ENDED,
    ("case", "close"): EventKind.CLOSED,
    ("case", "find"): C.FOUND_AGAIN,
    ("placement", "accept"): C.PLACEMENT_ACCEPTED,
    ("placement", "decline"): C.PLACEMENT_DECLINED,
    ("placement", "withdraw"): C.PLACEMENT_WITHDRAWN,
    ("placement", "start"): C.SERVICE_STARTED,
    ("placement", "end"): C.SERVICE_ENDED,
    ("placement", "lapse"): C.PLACEMENT_LAPSED,
    ("placement", "release"): C.PLACE_RELEASED,
    ("transfer", "accept"): C.TRANSFER_ACCEPTED,
    ("transfer", "decline"): C.TRANSFER_DECLINED,
    ("transfer", "withdraw"): C.TRANSFER_WITHDRAWN,
    ("transfer", "depart"): C.TRANSFER_DEPARTED,
    ("transfer", "arrive"): C.TRANSFER_ARRIVED,
    ("transfer", "miss"): C.TRANSFER_MISSED,
    ("waiting", "offer"): C.WAITING_OFFERED,
    ("waiting", "take_up"): C.PLACEMENT_REQUESTED,
    ("waiting", "pass_on"): C.OFFER_PASSED_ON,
    ("waiting", "leave"): C.WAITING_ENDED,
    ("support", "agree"): C.SUPPORT_AGREED,
    ("support", "decline"): C.SUPPORT_DECLINED,
    ("support", "end"): C.SUPPORT_ENDED,
    ("assessment", "submit"): S.ASSESSMENT_SUBMITTED,
    ("assessment", "return"): S.ASSESSMENT_RETURNED,
    ("assessment", "sign"): S.ASSESSMENT_SIGNED,
    ("plan", "submit"): C.PLAN_SUBMITTED,
    ("plan", "return"): C.PLAN_RETURNED,
    ("plan", "approve"): C.PLAN_APPROVED,
    ("plan", "agree"): C.PLAN_AGREED,
    ("plan", "supersede"): C.PLAN_AGREED,  # of the version that takes its place
    ("plan", "end"): C.SERVICE_ENDED,
    ("handover", "accept"): C.HANDOVER_ACCEPTED,
    ("handover", "decline"): C.HANDOVER_DECLINED,
    ("handover", "withdraw"): C.HANDOVER_WITHDRAWN,
    ("outcome", "finish"): C.OUTCOME_FINISHED,
    ("relapse", "plan"): C.SAFETY_PLANNED,
    ("relapse", "settle"): C.RELAPSE_SETTLED,
    ("relapse", "enter_again"): EventKind.CLOSED,
    ("termination", "prepare"): None,  # told once it is asked
    ("termination", "waive"): None,
    ("termination", "ask"): C.TERMINATION_ASKED,
    ("termination", "finish"): C.DIED_IN_CARE,
    ("termination", "return"): C.TERMINATION_RETURNED,
    ("termination", "approve"): C.SERVICE_ENDED,
    ("termination", "cancel"): C.TERMINATION_CANCELLED,
}
# Of a case in care only a death makes an end at once.
OTHERWISE = {("case", "close", "in_service"): C.DIED_IN_CARE}
FOLLOWS = {("plan", "supersede")}
# What the new case that begins by the move is told, beside the event of the one that it follows.
OF_A_NEW_CASE = {("relapse", "enter_again"): [EventKind.REENTERED, S.SCREENING_STARTED]}
MOVES = [
    pytest.param(name, verb, str(source), str(target), id=f"{name}-{verb}-{source}")
    for name, flow in FLOWS.items()
    for verb, sources, target in flow.moves
    for source in sources
]


def status(row):
    return type(row).objects.get(pk=row.pk).status


@pytest.mark.parametrize(("flow", "verb", "source", "target"), MOVES)
def test_a_move_writes_one_event_of_its_own_kind(flow, verb, source, target):
    row, act = scenes()[flow, verb](source)
    before, told = status(row), CaseEvent.objects.count()

    act()

    kinds = list(CaseEvent.objects.order_by("pk").values_list("kind", flat=True))[told:]
    kind = OTHERWISE.get((flow, verb, source), KIND_OF[flow, verb])
    assert (before, status(row)) == (source, target)
    assert kinds == ([kind] if kind else []) + OF_A_NEW_CASE.get((flow, verb), [])


def test_no_two_moves_of_one_workflow_write_the_same_kind():
    own = [
        (flow, kind)
        for (flow, verb), kind in KIND_OF.items()
        if kind and (flow, verb) not in FOLLOWS
    ]

    assert [pair for pair, times in Counter(own).items() if times > 1] == []


def test_every_move_has_its_line_here():
    moves = {(name, verb) for name, flow in FLOWS.items() for verb, _from, _to in flow.moves}

    assert moves == KIND_OF.keys()


def test_every_workflow_is_walked():
    assert {flow for _file, flow in every_workflow()} == {*FLOWS.values(), *NO_CASE_OF_ITS_OWN}
