"""Two people at one plan, or at one end of care, at the same moment."""

import datetime as dt

import pytest

from care.ending.services.terminating import approve_termination
from care.enums import EndReason, PlacementStatus, PlanStatus
from care.models import FollowUp, Placement, ServicePlan
from care.plan.services.drafting import approve_plan, return_plan, start_plan
from tests import people
from tests.care.aftercare.life_factories import OverdoseAdviceFactory
from tests.care.plan_factories import DRAFTED, TerminationFactory, whole_plan
from tests.clients.factories import CaseFactory
from tests.races import DONE, together


pytestmark = pytest.mark.django_db(transaction=True)
AT = dt.datetime(2026, 10, 20, 2, tzinfo=dt.UTC)
TODAY = dt.date(2026, 10, 20)


def by(person):
    return {"actor": person, "at": AT}


def test_two_who_start_a_version_leave_one():
    case = CaseFactory(in_service=True)
    facts = {"case": case, "summary": "Pulih.", "review_on": TODAY + dt.timedelta(days=20)}
    start = [
        lambda person=person: start_plan(**facts, **by(person))
        for person in (people.ani(), people.budi())
    ]

    answers = together(*start)

    assert sorted(answers) == ["already_drafted", DONE]
    assert ServicePlan.objects.count() == 1


def test_two_who_approve_a_plan_do_it_once():
    plan = whole_plan(submitted=True)
    approve = [
        lambda person=person: approve_plan(plan=plan, **by(person))
        for person in (people.budi(), people.eko())
    ]

    answers = together(*approve)

    assert sorted(answers) == [DONE, "wrong_status"]
    assert plan.case.events.count() == 1


def test_a_plan_is_approved_or_returned_and_not_both():
    plan = whole_plan(submitted=True)

    answers = together(
        lambda: approve_plan(plan=plan, **by(people.budi())),
        lambda: return_plan(plan=plan, note="Lengkapi.", **by(people.eko())),
    )

    plan.refresh_from_db()
    assert DONE in answers
    assert plan.status in {PlanStatus.APPROVED, PlanStatus.DRAFT}
    assert (plan.approved_by is None) == (plan.status == PlanStatus.DRAFT)


def test_two_who_agree_to_the_end_of_care_end_it_once():
    row = TerminationFactory(asked=True, asked_at=DRAFTED, on=TODAY, reason=EndReason.LOST)
    OverdoseAdviceFactory(case=row.case)
    approve = [
        lambda person=person: approve_termination(termination=row, **by(person))
        for person in (people.budi(), people.eko())
    ]

    answers = together(*approve)

    assert sorted(answers) == [DONE, "wrong_status"]
    assert Placement.objects.get().status == PlacementStatus.ENDED
    assert FollowUp.objects.count() == 2
