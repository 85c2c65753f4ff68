"""What hangs on a case whose care is planned, by the stage at which its pages have work to do."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from care.enums import EndReason
from care.models import Placement
from clients.models import Case
from tests import people
from tests.care.aftercare.life_factories import OverdoseAdviceFactory
from tests.care.plan_factories import (
    AftercarePlanFactory,
    CaseConferenceFactory,
    ConferenceDecisionFactory,
    GateWaiverFactory,
    TerminationFactory,
    whole_plan,
)


TODAY = timezone.localdate()
SOON = TODAY + timedelta(days=20)


def a_plan(case: Case, **facts: Any) -> dict[str, Any]:
    plan = whole_plan(case=case, review_on=SOON, return_note="Lengkapi.", **facts)
    goal, service = plan.goals.get(), plan.services.get()
    return {"plan": plan, "goal": goal, "service": service, "more": [plan, goal, service]}


def in_the_making(made: dict[str, Any], **status: Any) -> dict[str, Any]:
    return {**made, **a_plan(made["case"], submitted_by=people.citra(), **status)}


def in_care(made: dict[str, Any]) -> dict[str, Any]:
    """A version in force and the next one drafted; a conference; an end that is prepared."""
    case, placement = made["case"], made["placement"]
    in_force = a_plan(
        case, agreed=True, approved_by=people.budi(), agreed_words="Ya.", witness="Wati"
    )
    drafted = a_plan(case, number=2)
    conference = CaseConferenceFactory(case=case)
    decision = ConferenceDecisionFactory(conference=conference)
    staying = AftercarePlanFactory(case=case)
    ending = an_end(placement)
    waiver = GateWaiverFactory(termination=ending, item="tasks")
    advice = OverdoseAdviceFactory(case=case, words="Dijelaskan.")
    more = [
        *in_force["more"],
        *drafted["more"],
        conference,
        decision,
        staying,
        ending,
        waiver,
        advice,
    ]
    return {**made, **drafted, "conference": conference, "more": more}


def at_its_end(made: dict[str, Any]) -> dict[str, Any]:
    return {**made, "more": [an_end(made["placement"], asked=True, asked_by=people.citra())]}


def an_end(placement: Placement, **facts: Any) -> Any:
    return TerminationFactory(placement=placement, on=TODAY, reason=EndReason.LOST, **facts)
