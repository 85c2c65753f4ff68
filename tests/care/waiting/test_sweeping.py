"""What happens by itself when nobody acts in time."""

import datetime as dt
from collections import Counter

import pytest

from care.enums import CareTask, PlacementStatus
from care.event_kinds import CareEvent
from care.models import Placement
from care.placement.selectors.places import occupancy
from care.placement.services.answering import accept_placement
from care.waiting.sweeping import sweep
from clients.deadlines import AFTER_ESCALATION_DAYS
from clients.enums import NextStep, TaskStatus
from clients.models import Case, CaseTask, Share
from tests import people
from tests.care.factories import ASKED, PlacementFactory
from tests.care.papers import start_placement
from tests.clients.factories import ConsentFactory


pytestmark = pytest.mark.django_db
DUE = dt.date(2026, 6, 4)


def on(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(2), dt.UTC)


def swept(day: dt.date) -> Counter:
    return +sweep(at=on(day))


def after(days: int) -> dt.date:
    return DUE + dt.timedelta(days=days)


@pytest.fixture
def asked():
    placement = PlacementFactory(answer_due_on=DUE)
    ConsentFactory(client=placement.client)
    Case.objects.update(next_step=NextStep.AWAIT_ANSWER, next_due_on=DUE)
    return placement


@pytest.fixture
def given():
    placement = PlacementFactory(accepted=True)
    Case.objects.update(next_step=NextStep.START_SERVICE, next_due_on=DUE)
    return placement


def test_nothing_happens_before_the_deadline_is_over(asked):
    assert not swept(DUE)


def test_a_request_without_an_answer_is_told_to_the_leaders_of_both_sides(asked):
    assert swept(after(1)) == {"escalate_request": 1}

    tasks = CaseTask.objects.filter(kind=CareTask.ESCALATION)
    assert {task.institution for task in tasks} == {people.melati(), people.kenanga()}
    assert {task.due_on for task in tasks} == {after(2)}


def test_the_system_is_nobody_in_the_timeline(asked):
    swept(after(1))

    event = asked.case.events.get()
    assert (event.kind, event.actor) == (CareEvent.PLACEMENT_ESCALATED, None)


def test_running_twice_escalates_once(asked):
    swept(after(1))

    assert not swept(after(1))
    assert asked.case.events.count() == 1


def test_a_low_risk_leaves_the_receiver_more_time(asked):
    Case.objects.update(risk="low")
    swept(after(1))

    asked.refresh_from_db()
    assert asked.falls_on == after(4)


def test_after_the_second_period_the_request_lapses_and_the_case_goes_back_to_choosing(asked):
    swept(after(1))

    assert not swept(after(2))
    assert swept(after(3)) == {"lapse_request": 1}
    asked.refresh_from_db()
    case = Case.objects.get()
    assert asked.status == PlacementStatus.LAPSED
    assert (case.next_step, case.care_institution) == (NextStep.REQUEST_PLACEMENT, None)
    assert not Share.objects.live().exists()


def test_a_lapsed_request_leaves_no_task_behind(asked):
    swept(after(1))
    swept(after(3))

    assert not CaseTask.objects.filter(status=TaskStatus.OPEN).exists()


def test_a_long_silence_of_the_sweep_lapses_nothing_unannounced(asked):
    assert swept(after(60)) == {"escalate_request": 1}


def test_an_answer_after_the_escalation_still_counts(asked):
    swept(after(1))
    accept_placement(placement=asked, note="", worker=None, actor=people.eko(), at=on(after(2)))

    assert not swept(after(3))
    assert not CaseTask.objects.filter(status=TaskStatus.OPEN).exists()
    asked.refresh_from_db()
    assert (asked.status, asked.falls_on) == (PlacementStatus.ACCEPTED, None)


def test_a_place_that_nobody_comes_to_is_reminded_of_and_then_given_back(given):
    late = ASKED.date() + dt.timedelta(days=8)

    assert not swept(late - dt.timedelta(days=1))
    assert swept(late) == {"remind_of_start": 1}
    assert CaseTask.objects.filter(kind=CareTask.START_CARE).count() == 2
    assert occupancy(given.institution).taken == 1
    assert swept(late + dt.timedelta(days=8)) == {"release_place": 1}
    assert occupancy(given.institution).taken == 0
    assert Case.objects.get().next_step == NextStep.REQUEST_PLACEMENT


def test_care_that_begins_after_the_reminder_keeps_its_place(given):
    late = ASKED.date() + dt.timedelta(days=8)
    swept(late)
    start_placement(
        placement=given, starts_on=late, planned_end_on=None, actor=people.eko(), at=on(late)
    )

    assert not swept(late + dt.timedelta(days=9))
    assert not CaseTask.objects.filter(status=TaskStatus.OPEN).exists()


def test_care_at_home_that_never_begins_is_released_too():
    PlacementFactory(with_family=True, starts_on=DUE)

    assert swept(after(1)) == {"remind_of_start": 1}
    assert swept(after(9)) == {"release_place": 1}
    assert Placement.objects.get().status == PlacementStatus.RELEASED


def test_who_withdrew_consent_is_offered_no_other_place(asked):
    Case.objects.update(next_step=NextStep.CLOSE)
    swept(after(1))
    swept(after(3))

    assert Case.objects.get().next_step == NextStep.CLOSE


def test_one_that_cannot_be_moved_does_not_hold_up_the_others(asked, monkeypatch):
    Case.objects.update(risk="low")
    monkeypatch.delitem(AFTER_ESCALATION_DAYS, "low")
    PlacementFactory(answer_due_on=DUE)

    assert swept(after(1)) == {"escalate_request": 1}
