"""Instruments two classes apart: a colleague judges for themselves before anybody decides."""

from datetime import timedelta

import pytest

from clients.enums import NextStep
from clients.models import Case
from common.errors import DomainError
from screening.decision.services.deciding import Answer
from screening.decision.services.seconds import record_second
from screening.engine import Proposal
from screening.enums import ScreeningEvent
from screening.models import SecondAssessment
from screening.proposals import newest_proposal
from screening.services.endings import next_after
from tests import people
from tests.care.papers import decide
from tests.screening.factories import AT, finished
from tests.screening.routing_factories import LATER, assessed, colleague, low, two_apart


pytestmark = pytest.mark.django_db

REASONS = "Klien tampak jauh lebih berat daripada jawabannya."


def judge(screening, actor=people.budi, risk="high", reasons=REASONS):
    return record_second(screening=screening, risk=risk, judgement=reasons, actor=actor(), at=LATER)


def test_nobody_decides_before_a_second_judgement():
    with pytest.raises(DomainError) as refused:
        decide(screening=two_apart(), answer=Answer("balai"), actor=people.budi(), at=LATER)

    assert refused.value.code == "second_missing"


def test_a_second_judgement_is_kept_and_the_decision_is_due():
    screening = two_apart()

    second = judge(screening, risk="moderate")

    case = Case.objects.get(pk=screening.case_id)
    assert (second.risk, second.judgement, second.assessed_by) == (
        "moderate",
        REASONS,
        people.budi(),
    )
    assert (case.next_step, case.next_due_on) == (
        NextStep.DECIDE,
        LATER.date() + timedelta(days=2),
    )
    assert case.events.get(kind=ScreeningEvent.SECOND_ASSESSED).note == REASONS


def test_afterwards_anybody_who_may_decides():
    screening = two_apart()
    judge(screening)

    decision = decide(screening=screening, answer=Answer("balai"), actor=people.ani(), at=LATER)

    assert decision.is_settled
    assert decision.assessment is not None


def test_whoever_held_the_interview_is_no_second_assessor():
    with pytest.raises(DomainError) as refused:
        judge(two_apart(), actor=people.ani)

    assert refused.value.code == "not_another"


def test_there_is_one_second_judgement():
    screening = two_apart()
    judge(screening)

    with pytest.raises(DomainError) as refused:
        judge(screening, actor=colleague)

    assert refused.value.code == "no_second_needed"
    assert SecondAssessment.objects.count() == 1


def test_where_the_tools_agree_there_is_none():
    with pytest.raises(DomainError) as refused:
        judge(finished())

    assert refused.value.code == "no_second_needed"


@pytest.mark.parametrize("reasons", ["", "berat", " " * 30])
def test_a_judgement_without_reasons_is_refused(reasons):
    with pytest.raises(DomainError) as refused:
        judge(two_apart(), reasons=reasons)

    assert refused.value.field == "judgement"


def test_one_class_apart_needs_nobody_else():
    screening = low()
    assessed(screening, tools={"dast10": "moderate"})

    decision = decide(
        screening=screening, answer=Answer("institution"), actor=people.ani(), at=LATER
    )

    assert decision.is_settled


def test_a_proposal_two_classes_apart_makes_the_second_judgement_the_next_step():
    screening = two_apart()
    proposed = newest_proposal(screening.case)

    step, due = next_after(proposed.proposal, AT.date())

    assert (step, due) == (NextStep.SECOND_ASSESSMENT, AT.date() + timedelta(days=2))
    assert next_after(Proposal.from_dict(low().proposal), AT.date())[0] == NextStep.DECIDE


def test_the_newest_proposal_is_the_assessment_signed_after_the_screening():
    screening = low()
    assert newest_proposal(screening.case).base == "family"

    assessment = assessed(screening, tools={"dast10": "moderate"})

    proposed = newest_proposal(screening.case)
    assert (proposed.assessment, proposed.base, proposed.risk) == (
        assessment,
        "institution",
        "moderate",
    )


def test_an_assessment_signed_before_the_screening_is_not_asked():
    screening = low()
    assessment = assessed(screening, tools={"dast10": "high"})
    type(assessment).objects.update(signed_at=AT - timedelta(days=1))

    assert newest_proposal(screening.case).assessment is None


def test_an_unscreened_case_has_no_proposal():
    from tests.clients.factories import CaseFactory

    assert newest_proposal(CaseFactory()) is None
