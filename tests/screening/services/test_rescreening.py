from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from clients.enums import CaseStatus, TaskStatus
from common.errors import DomainError
from safety.enums import SafetyEvent
from safety.facts import Sending
from screening.enums import ScreeningEvent, ScreeningKind, ScreeningTask, StepStatus
from screening.models import StepChange
from screening.services.drafts import start_screening
from screening.services.endings import refer_to_medical
from screening.services.rescreening import sweep_rescreenings
from tests import people
from tests.clients.factories import CaseFactory
from tests.screening.factories import AT, NO_DANGER
from tests.screening.review_factories import STARTED, answered, in_care, rescreened


pytestmark = pytest.mark.django_db

TODAY = localdate(AT)


def open_tasks(case, kind=ScreeningTask.RESCREEN):
    return list(case.tasks.filter(kind=kind, status=TaskStatus.OPEN))


def test_a_case_in_care_is_screened_again_where_it_stands():
    case = in_care()
    before = (case.status, case.next_step, case.next_due_on)

    started = start_screening(case=case, actor=people.ani(), at=AT)

    case.refresh_from_db()
    assert started.kind == ScreeningKind.REVIEW
    assert (case.status, case.next_step, case.next_due_on) == before
    assert [event.kind for event in case.events.all()] == [ScreeningEvent.RESCREENING_STARTED]


def test_an_event_is_kept_with_its_reason():
    started = start_screening(case=in_care(), actor=people.ani(), at=AT, reason="relapse")

    assert (started.kind, started.reason) == (ScreeningKind.EVENT, "relapse")


def test_starting_again_joins_the_draft_under_way():
    case = in_care()
    first = start_screening(case=case, actor=people.ani(), at=AT)

    assert start_screening(case=case, actor=people.budi(), at=AT, reason="crisis") == first


def test_a_first_interview_has_no_reason():
    from tests.screening.factories import consenting_case

    started = start_screening(case=consenting_case(), actor=people.ani(), at=AT, reason="move")

    assert (started.kind, started.reason) == (ScreeningKind.INITIAL, "")


def test_a_case_in_aftercare_is_not_screened_again():
    case = CaseFactory(in_aftercare=True)

    with pytest.raises(DomainError):
        start_screening(case=case, actor=people.ani(), at=AT)


def test_a_finished_review_leaves_class_and_stage_and_plans_the_next():
    case = in_care("moderate")

    rescreened(case, "moderate")

    case.refresh_from_db()
    assert (case.status, case.risk) == (CaseStatus.IN_SERVICE, "moderate")
    assert [task.due_on for task in open_tasks(case)] == [TODAY + timedelta(days=30)]
    assert open_tasks(case)[0].owner == case.lead_worker


def test_a_finished_review_settles_the_planned_one():
    case = in_care("moderate")
    sweep_rescreenings(at=AT)
    planned = open_tasks(case)[0]

    rescreened(case, "moderate")

    planned.refresh_from_db()
    assert planned.status == TaskStatus.DONE


def test_a_higher_class_found_shortens_the_time_to_the_next():
    case = in_care("low", "family")

    rescreened(case, "high")

    assert [task.due_on for task in open_tasks(case)] == [TODAY + timedelta(days=14)]


def test_a_higher_class_proposes_a_step_and_a_task_to_answer_it():
    case = in_care("low", "family")

    screening = rescreened(case, "high")

    step = screening.proposed_change
    assert (step.direction, step.from_risk, step.to_risk, step.to_base) == (
        "step_up",
        "low",
        "high",
        "balai",
    )
    assert [task.due_on for task in open_tasks(case, ScreeningTask.STEP)] == [
        TODAY + timedelta(days=2)
    ]


def test_a_newer_review_takes_the_place_of_an_open_step():
    case = in_care("low", "family")
    first = rescreened(case, "high", at=AT - timedelta(days=3)).proposed_change

    second = rescreened(case, "high").proposed_change

    assert StepChange.objects.get(pk=first.pk).status == StepStatus.LAPSED
    assert [task.subject for task in open_tasks(case, ScreeningTask.STEP)] == [
        f"step:{second.screening_id}:"
    ]


def test_two_lower_reviews_propose_a_step_down():
    case = in_care("high", "balai")
    once = rescreened(case, "low", at=AT - timedelta(days=10))

    twice = rescreened(case, "low")

    assert not StepChange.objects.filter(screening=once).exists()
    assert (twice.proposed_change.direction, twice.proposed_change.to_base) == (
        "step_down",
        "family",
    )


def test_a_medical_sign_keeps_the_case_in_care_and_asks_for_no_heavier_care():
    case = in_care("moderate")
    draft = answered(start_screening(case=case, actor=people.ani(), at=AT), "low")
    draft.red_flags = {**NO_DANGER, "overdose": True}
    draft.save()

    refer_to_medical(screening=draft, sending=Sending(), actor=people.ani(), at=AT)

    case.refresh_from_db()
    assert case.status == CaseStatus.IN_SERVICE
    assert case.waits.get(kind="referral").due_on == TODAY
    assert not StepChange.objects.exists()
    assert case.events.filter(kind=SafetyEvent.REFERRED).count() == 1


def test_the_sweep_plans_the_first_one_from_the_start_of_care():
    case = in_care("moderate")

    assert sweep_rescreenings(at=AT) == 1
    assert [task.due_on for task in open_tasks(case)] == [STARTED + timedelta(days=14)]


def test_the_sweep_plans_once():
    case = in_care("high", "balai")
    sweep_rescreenings(at=AT)

    assert sweep_rescreenings(at=AT) == 0
    assert len(open_tasks(case)) == 1


def test_the_sweep_plans_on_after_a_task_was_ticked_off_by_hand():
    case = in_care("high", "balai")
    sweep_rescreenings(at=AT)
    case.tasks.filter(kind=ScreeningTask.RESCREEN).update(status=TaskStatus.DONE, settled_at=AT)

    sweep_rescreenings(at=AT)

    assert [task.due_on for task in open_tasks(case)] == [TODAY + timedelta(days=14)]


def test_the_sweep_leaves_out_those_who_are_not_in_care():
    CaseFactory(to_place=True)
    CaseFactory(in_aftercare=True)

    assert sweep_rescreenings(at=AT) == 0


def test_nothing_waits_for_those_who_left_care():
    case = in_care("low", "family")
    rescreened(case, "high")
    sweep_rescreenings(at=AT)
    case.refresh_from_db()
    case.status, case.service_ended_on = CaseStatus.AFTERCARE, TODAY
    case.save()

    sweep_rescreenings(at=AT)

    assert not case.tasks.filter(status=TaskStatus.OPEN).exists()
    assert StepChange.objects.get(screening__case=case).status == StepStatus.LAPSED


def test_full_assessments_still_ahead_are_planned():
    case = in_care("moderate")

    sweep_rescreenings(at=AT)

    due = [task.due_on for task in open_tasks(case, ScreeningTask.FULL_ASSESSMENT)]
    assert due == [STARTED + timedelta(days=30), STARTED + timedelta(days=90)]
