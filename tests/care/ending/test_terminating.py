import datetime as dt

import pytest

from care.ending import gate
from care.ending.facts import Advice
from care.ending.selectors import gate_of
from care.ending.services.advising import give_advice
from care.ending.services.ending import end_placement
from care.ending.services.terminating import (
    approve_termination,
    ask_termination,
    cancel_termination,
    finish_termination,
    prepare_termination,
    return_termination,
    waive_item,
)
from care.enums import (
    CareTask,
    EndReason,
    GateItem,
    GoalStatus,
    PlacementStatus,
    PlanStatus,
    TerminationStatus,
)
from care.event_kinds import CareEvent
from care.models import Placement, Termination
from care.placement.services.stays import Ending
from clients.enums import CaseStatus
from clients.models import Case
from clients.services.case_tasks import NewTask, add_task
from common.errors import DomainError
from tests import people
from tests.care.aftercare.life_factories import OverdoseAdviceFactory
from tests.care.factories import STARTED, PlacementFactory
from tests.care.plan_factories import (
    AftercarePlanFactory,
    GateWaiverFactory,
    TerminationFactory,
    whole_plan,
)
from tests.clients.factories import CaseFactory
from tests.screening.engine.sheets import STOPPED, sheet
from tests.screening.factories import finished
from tests.screening.review_factories import in_care, rescreened


pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 7, 1, 2, tzinfo=dt.UTC)
TODAY = dt.date(2026, 7, 1)
DAY = dt.timedelta(days=1)


def by(person=people.eko):
    return {"actor": person(), "at": AT}


def ending(reason=EndReason.GOALS_MET, on=TODAY):
    return Ending(on, reason, "Tujuan tercapai.")


def prepare(placement, **changes):
    return prepare_termination(placement=placement, ending=ending(**changes), **by())


def waive_all(row):
    for item in gate.required(row.reason):
        waive_item(termination=row, item=item, reason="Tidak sempat.", **by())


def refusal(act, **facts) -> str:
    with pytest.raises(DomainError) as refused:
        act(**facts)
    return refused.value.code


def missing(of, reason=EndReason.GOALS_MET, on=TODAY) -> set[str]:
    found = gate_of(of.case, reason, None, today=on)
    return {item.code for item in found.items if not item.is_met}


def test_care_does_not_end_before_its_gate_is_passed():
    placement = PlacementFactory(active=True)

    facts = {"placement": placement, "ending": ending(), **by()}
    assert refusal(end_placement, **facts) == "gate_closed"

    assert Placement.objects.get().status == PlacementStatus.ACTIVE
    assert Case.objects.get().status == CaseStatus.IN_SERVICE


def test_what_is_missing_is_told():
    placement = PlacementFactory(active=True)
    add_task(
        placement.case,
        NewTask(CareTask.CONFERENCE, "conference:1:1", TODAY, people.melati()),
        **by(),
    )

    assert missing(placement) == set(GateItem)


def test_whoever_is_gone_needs_less():
    placement = PlacementFactory(active=True)

    assert missing(placement, EndReason.LOST) == {GateItem.OVERDOSE_ADVICE}
    assert missing(placement, EndReason.DIED) == set()


@pytest.mark.parametrize("reason", [reason for reason in EndReason if reason != EndReason.DIED])
def test_advice_about_overdose_is_asked_for_at_every_end(reason):
    placement = PlacementFactory(active=True)
    assert GateItem.OVERDOSE_ADVICE in missing(placement, reason)

    OverdoseAdviceFactory(case=placement.case)

    assert GateItem.OVERDOSE_ADVICE not in missing(placement, reason)


def test_advice_given_before_care_began_is_none_for_its_end():
    placement = PlacementFactory(active=True)
    OverdoseAdviceFactory(case=placement.case, on=placement.case.service_started_on - DAY)

    assert GateItem.OVERDOSE_ADVICE in missing(placement)


def test_naloxone_is_not_called_needless_where_opioids_were_used():
    placement = PlacementFactory(active=True)
    row = finished()
    row.case, row.answers = placement.case, sheet(opioids=STOPPED)
    row.save()
    advice = Advice(TODAY, "client", "not_needed")

    assert refusal(give_advice, case=placement.case, advice=advice, **by()) == "uses_opioids"


def test_goals_are_in_order_once_each_of_them_was_reviewed():
    placement = PlacementFactory(active=True)
    plan = whole_plan(case=placement.case, agreed=True)
    assert GateItem.GOALS in missing(placement)

    plan.goals.update(status=GoalStatus.MET, reviewed_on=TODAY)

    assert GateItem.GOALS not in missing(placement)


def test_a_rescreening_of_the_last_thirty_days_stands_for_the_last_assessment():
    row = rescreened(in_care(), "low")
    on = row.finished_at.date()

    assert GateItem.EXIT_ASSESSMENT not in missing(row, on=on + 29 * DAY)
    assert GateItem.EXIT_ASSESSMENT in missing(row, on=on + 40 * DAY)


def test_the_interview_that_led_to_care_says_nothing_of_how_it_went():
    row = finished(case=CaseFactory(screening=True, service_started_on=STARTED))

    assert GateItem.EXIT_ASSESSMENT in missing(row, on=row.finished_at.date() + DAY)


def test_a_rescreening_before_care_began_is_none_of_its_end():
    row = rescreened(in_care(service_started_on=AT.date()), "low")

    assert GateItem.EXIT_ASSESSMENT in missing(row, on=AT.date())


def test_a_waived_item_is_counted_as_left_out_not_as_met():
    row = prepare(PlacementFactory(active=True), reason=EndReason.LOST)
    waive_item(termination=row, item=GateItem.OVERDOSE_ADVICE, reason="Tidak sempat.", **by())

    gate_now = gate_of(row.case, row.reason, row, today=TODAY)

    assert (gate_now.is_complete, gate_now.waived) == (True, 1)


def test_an_after_care_plan_is_asked_for():
    placement = PlacementFactory(active=True)
    assert GateItem.AFTERCARE_PLAN in missing(placement)

    AftercarePlanFactory(case=placement.case)

    assert GateItem.AFTERCARE_PLAN not in missing(placement)


def test_the_review_of_the_plan_is_no_task_in_the_way():
    placement = PlacementFactory(active=True)
    task = NewTask(CareTask.PLAN_REVIEW, "plan-review:1", TODAY, people.melati())
    add_task(placement.case, task, **by())

    assert GateItem.TASKS not in missing(placement)


def test_a_request_with_something_missing_is_not_sent():
    row = prepare(PlacementFactory(active=True))

    assert refusal(ask_termination, termination=row, **by()) == "gate_incomplete"


def test_each_missing_item_may_be_left_out_with_a_reason():
    row = prepare(PlacementFactory(active=True))
    waive_all(row)

    ask_termination(termination=row, **by())

    row.refresh_from_db()
    assert row.status == TerminationStatus.ASKED
    assert row.case.events.get().kind == CareEvent.TERMINATION_ASKED


def test_nothing_is_left_out_without_a_reason():
    row = prepare(PlacementFactory(active=True))

    facts = {"termination": row, "item": GateItem.GOALS, "reason": " ", **by()}
    assert refusal(waive_item, **facts) == "no_reason"


def test_what_is_not_asked_for_is_not_left_out():
    row = prepare(PlacementFactory(active=True), reason=EndReason.LOST)

    facts = {"termination": row, "item": GateItem.GOALS, "reason": "Hilang.", **by()}
    assert refusal(waive_item, **facts) == "not_required"


def test_care_ends_when_another_person_agrees():
    row = prepare(PlacementFactory(active=True))
    plan = whole_plan(case=row.case, agreed=True)
    waive_all(row)
    ask_termination(termination=row, **by())

    approve_termination(termination=row, **by(people.budi))

    placement, case = Placement.objects.get(), Case.objects.get()
    plan.refresh_from_db()
    assert (placement.status, placement.ends_on) == (PlacementStatus.ENDED, TODAY)
    assert case.status == CaseStatus.AFTERCARE
    assert case.events.latest("pk").kind == CareEvent.SERVICE_ENDED
    assert (plan.status, plan.ended_on) == (PlanStatus.ENDED, TODAY)


def test_nobody_agrees_to_what_they_asked_themselves():
    row = TerminationFactory(asked=True, asked_by=people.budi())

    code = refusal(approve_termination, termination=row, **by(people.budi))

    assert code == "not_another"


def test_what_went_missing_meanwhile_closes_the_gate_again():
    row = TerminationFactory(asked=True, reason=EndReason.LOST, on=TODAY)
    OverdoseAdviceFactory(case=row.case)
    task = NewTask(CareTask.ARRIVAL, "transfer:1", TODAY, people.melati())
    add_task(row.case, task, **by())

    code = refusal(approve_termination, termination=row, **by(people.budi))

    assert code == "gate_closed"
    assert Termination.objects.get().status == TerminationStatus.ASKED


def test_a_request_is_returned_with_a_note():
    row = TerminationFactory(asked=True)
    facts = {"termination": row, **by(people.budi)}

    assert refusal(return_termination, note="", **facts) == "no_note"
    return_termination(note="Tinjau tujuan keluarga.", **facts)

    row.refresh_from_db()
    assert (row.status, row.answer_note) == ("prepared", "Tinjau tujuan keluarga.")
    assert row.case.events.get().kind == CareEvent.TERMINATION_RETURNED


def test_a_request_is_taken_back():
    row = TerminationFactory(asked=True)

    cancel_termination(termination=row, **by())

    assert not Termination.objects.undecided().exists()
    assert prepare(row.placement).pk != row.pk


def test_another_reason_is_written_over_the_first():
    placement = PlacementFactory(active=True)
    prepare(placement)

    prepare(placement, reason=EndReason.PRISON)

    assert Termination.objects.get().reason == EndReason.PRISON


def test_what_was_asked_is_not_written_over():
    row = TerminationFactory(asked=True)

    facts = {"placement": row.placement, "ending": ending(), **by()}
    assert refusal(prepare_termination, **facts) == "wrong_status"


@pytest.mark.parametrize("on", [STARTED - DAY, TODAY + DAY])
def test_care_ends_on_a_day_that_can_be(on):
    facts = {"placement": PlacementFactory(active=True), "ending": ending(on=on), **by()}

    assert refusal(prepare_termination, **facts) in {"too_early", "future_date"}


def test_care_that_does_not_run_is_not_ended():
    facts = {"placement": PlacementFactory(accepted=True), "ending": ending(), **by()}

    assert refusal(prepare_termination, **facts) == "wrong_status"


def test_a_death_needs_nobodys_leave():
    row = prepare(PlacementFactory(active=True), reason=EndReason.DIED)

    finish_termination(termination=row, **by())

    assert Case.objects.get().status == CaseStatus.CLOSED


def test_every_other_end_needs_it():
    row = prepare(PlacementFactory(active=True), reason=EndReason.LOST)

    assert refusal(finish_termination, termination=row, **by()) == "needs_approval"


def test_an_end_that_came_another_way_takes_the_request_along():
    row = TerminationFactory(asked=True)

    end_placement(placement=row.placement, ending=ending(EndReason.DIED), **by())

    row.refresh_from_db()
    assert row.status == TerminationStatus.CANCELLED


def test_a_waiver_of_one_request_is_none_of_the_next():
    row = GateWaiverFactory().termination
    cancel_termination(termination=row, **by())
    again = prepare(row.placement)

    assert refusal(ask_termination, termination=again, **by()) == "gate_incomplete"


@pytest.mark.parametrize("reason", EndReason)
def test_every_reason_stands_in_the_table(reason):
    assert set(gate.required(reason)) <= set(GateItem)
