"""Services that ask for an assessment and a plan first, for tests that are about something else."""

from datetime import timedelta
from typing import Any

from care.enums import PlanStatus
from care.models import Placement
from care.placement.services import requesting, starting
from clients.models import Case
from screening.decision.services import deciding
from screening.enums import AssessmentStatus
from screening.gates import Urgent
from screening.models import Assessment, RoutingDecision
from tests import people
from tests.care.plan_factories import ServicePlanFactory
from tests.screening.factories import AT


URGENT = Urgent("no_bed", "Klien tidak mempunyai tempat tidur malam ini.")
FIELDS = {"urgent_reason": URGENT.reason, "urgent_words": URGENT.words}


def with_assessment(case: Case) -> Case:
    """With a signed assessment that proposes nothing of its own."""
    if not case.assessments.signed().exists():
        Assessment.objects.create(
            case=case,
            kind="initial",
            status=AssessmentStatus.SIGNED,
            started_by=people.ani(),
            started_at=AT,
            submitted_by=people.ani(),
            submitted_at=AT,
            signed_by=people.budi(),
            signed_at=AT - timedelta(days=1),
        )
    return case


def with_papers(case: Case) -> Case:
    """And with a plan that the client has agreed to."""
    with_assessment(case)
    if not case.plans.exclude(status=PlanStatus.DRAFT).exists():
        ServicePlanFactory(case=case, agreed=True)
    return case


def decide(**facts: Any) -> RoutingDecision:
    with_assessment(facts["screening"].case)
    return deciding.decide(**facts)


def request_placement(**facts: Any) -> Placement:
    with_papers(facts["case"])
    return requesting.request_placement(**facts)


def place_with_family(**facts: Any) -> Placement:
    with_papers(facts["case"])
    return requesting.place_with_family(**facts)


def start_placement(**facts: Any) -> Placement:
    with_papers(facts["placement"].case)
    return starting.start_placement(**facts)
