import datetime as dt

import pytest

from care.enums import AgreedHow, GoalStatus, PlanStatus
from care.event_kinds import CareEvent
from care.models import PlanGoal, PlanService, ServicePlan
from care.plan.facts import Agreement, Goal, Service, Standing
from care.plan.services.drafting import (
    agree_plan,
    approve_plan,
    edit_plan,
    return_plan,
    start_plan,
    submit_plan,
)
from care.plan.services.items import remove_goal, remove_service, save_goal, save_service
from care.plan.services.reviewing import review_plan
from clients.enums import NextStep, TaskStatus
from clients.models import Case, CaseTask
from common.errors import DomainError
from partners.enums import CareBase, Component
from tests import people
from tests.care.plan_factories import PlanGoalFactory, PlanServiceFactory, whole_plan
from tests.clients.factories import CaseFactory, ShareFactory


pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 7, 1, 2, tzinfo=dt.UTC)
TODAY = dt.date(2026, 7, 1)
NEXT = TODAY + dt.timedelta(days=30)
DAY = dt.timedelta(days=1)


def by(person=people.ani):
    return {"actor": person(), "at": AT}


def start(case, **changes):
    facts = {"summary": "Pulih.", "review_on": NEXT, "components": ["C1", "C4b"], **changes}
    return start_plan(case=case, **facts, **by())


def agreement(**changes):
    return Agreement(**{"on": TODAY, "by": "client", "how": "signed", **changes})


def refusal(act, **facts) -> str:
    with pytest.raises(DomainError) as refused:
        act(**facts)
    return refused.value.code


def test_the_first_version_begins_with_the_services_that_were_chosen():
    plan = start(CaseFactory(in_service=True))

    assert (plan.number, plan.status) == (1, PlanStatus.DRAFT)
    assert sorted(row.component for row in plan.services.all()) == ["C1", "C4b"]
    assert plan.case.events.get().kind == CareEvent.PLAN_DRAFTED


def test_a_plan_waits_for_the_base_of_care():
    assert refusal(start, case=CaseFactory(decided=True)) == "too_early"


def test_a_closed_case_gets_no_plan():
    assert refusal(start, case=CaseFactory(closed=True)) == "closed"


def test_there_is_one_version_in_the_making():
    plan = start(CaseFactory(in_service=True))

    assert refusal(start, case=plan.case) == "already_drafted"


@pytest.mark.parametrize("day", [TODAY, TODAY + 91 * DAY])
def test_the_review_stands_within_ninety_days(day):
    assert refusal(start, case=CaseFactory(in_service=True), review_on=day) == "review_out_of_range"


def test_the_next_version_copies_what_still_stands():
    old = whole_plan(agreed=True)
    partly = PlanGoalFactory(
        plan=old, status=GoalStatus.PARTLY, reviewed_on=TODAY, words="Berhemat."
    )
    PlanGoalFactory(plan=old, status=GoalStatus.MET, reviewed_on=TODAY, words="Sudah.")

    new = start(old.case, components=[])

    assert [goal.words for goal in new.goals.in_order()] == [
        "Bekerja kembali di bengkel.",
        partly.words,
    ]
    assert new.number == 2
    service = new.services.get()
    assert service.goal.plan_id == new.pk
    assert service.times == 2


def test_a_goal_is_added_and_changed_while_the_plan_is_drafted():
    plan = start(CaseFactory(in_service=True))
    goal = save_goal(actor=people.ani(), plan=plan, goal=Goal("work", "Bekerja.", NEXT))

    save_goal(actor=people.ani(), plan=plan, goal=Goal("family", "Pulang.", NEXT), row=goal)

    assert PlanGoal.objects.get().words == "Pulang."


def test_a_goal_that_is_taken_out_leaves_its_services():
    plan = whole_plan()

    remove_goal(actor=people.ani(), goal=plan.goals.get())

    assert plan.services.get().goal is None


def test_a_service_is_taken_out():
    plan = whole_plan()

    remove_service(actor=people.ani(), service=plan.services.get())

    assert not PlanService.objects.exists()


@pytest.mark.parametrize("status", ["submitted", "approved", "agreed"])
def test_what_was_handed_in_no_longer_changes(status):
    plan = whole_plan(**{status: True})

    assert (
        refusal(save_goal, actor=people.ani(), plan=plan, goal=Goal("work", "Lain.", NEXT))
        == "wrong_status"
    )
    assert refusal(remove_goal, actor=people.ani(), goal=plan.goals.get()) == "wrong_status"
    assert (
        refusal(remove_service, actor=people.ani(), service=plan.services.get()) == "wrong_status"
    )
    edit = {"plan": plan, "summary": "Lain.", "review_on": NEXT, **by()}
    assert refusal(edit_plan, **edit) == "wrong_status"


def given(institution, **changes):
    return Service(Component.C5A, institution, TODAY, NEXT, **changes)


def test_a_supporting_institution_gives_services_of_the_same_plan():
    plan = whole_plan()
    ShareFactory(client=plan.case.client, institution=people.harapan())

    row = save_service(actor=people.ani(), plan=plan, service=given(people.harapan()))

    assert row.plan_id == plan.pk


def test_an_institution_without_the_file_gives_nothing():
    plan = whole_plan()

    code = refusal(save_service, actor=people.ani(), plan=plan, service=given(people.harapan()))

    assert code == "not_a_giver"


def test_a_service_is_for_a_goal_of_its_own_plan():
    plan, other = whole_plan(), PlanGoalFactory(plan__case=CaseFactory(in_service=True))

    code = refusal(
        save_service, actor=people.ani(), plan=plan, service=given(people.melati(), goal=other)
    )

    assert code == "other_plan"


def test_a_service_does_not_end_before_it_begins():
    plan = whole_plan()
    wrong = Service(Component.C1, people.melati(), NEXT, TODAY)

    assert (
        refusal(save_service, actor=people.ani(), plan=plan, service=wrong) == "ends_before_start"
    )


def test_a_plan_without_a_goal_is_not_handed_in():
    plan = start(CaseFactory(in_service=True))

    assert refusal(submit_plan, plan=plan, **by()) == "empty_plan"


def test_a_plan_is_handed_in_approved_and_agreed():
    plan = whole_plan()

    submit_plan(plan=plan, **by())
    approve_plan(plan=plan, **by(people.budi))
    agree_plan(plan=plan, agreement=agreement(words="Saya mau."), **by())

    plan.refresh_from_db()
    assert (plan.status, plan.agreed_words) == (PlanStatus.AGREED, "Saya mau.")
    assert [event.kind for event in plan.case.events.order_by("pk")] == [
        CareEvent.PLAN_SUBMITTED,
        CareEvent.PLAN_APPROVED,
        CareEvent.PLAN_AGREED,
    ]


def test_nobody_approves_what_they_handed_in_themselves():
    plan = whole_plan()
    submit_plan(plan=plan, **by(people.budi))

    assert refusal(approve_plan, plan=plan, **by(people.budi)) == "not_another"


def test_a_plan_is_returned_with_a_note():
    plan = whole_plan(submitted=True)

    assert refusal(return_plan, plan=plan, note=" ", **by(people.budi)) == "no_note"
    return_plan(plan=plan, note="Tambah tujuan keluarga.", **by(people.budi))

    plan.refresh_from_db()
    assert plan.is_draft
    assert plan.return_note == "Tambah tujuan keluarga."


def test_a_plan_is_agreed_only_after_it_was_approved():
    plan = whole_plan(submitted=True)

    code = refusal(agree_plan, plan=plan, agreement=agreement(), **by())

    assert code == "wrong_status"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"on": TODAY + DAY}, "future_date"),
        ({"on": dt.date(2026, 6, 1)}, "too_early"),
        ({"how": AgreedHow.ORAL}, "no_witness"),
    ],
)
def test_an_agreement_that_is_not_whole_is_refused(changes, code):
    plan = whole_plan(approved=True)

    assert refusal(agree_plan, plan=plan, agreement=agreement(**changes), **by()) == code


def test_the_version_agreed_now_takes_the_place_of_the_one_before():
    old = whole_plan(agreed=True)
    new = whole_plan(case=old.case, number=2, approved=True)

    agree_plan(plan=new, agreement=agreement(), **by())

    old.refresh_from_db()
    assert old.status == PlanStatus.SUPERSEDED
    assert ServicePlan.objects.in_force().get().pk == new.pk


def test_an_agreed_plan_puts_its_review_among_the_tasks():
    plan = whole_plan(approved=True, review_on=NEXT)

    agree_plan(plan=plan, agreement=agreement(), **by())

    task = CaseTask.objects.get()
    assert (task.kind, task.due_on, task.institution) == ("plan_review", NEXT, people.melati())


def reviewed(plan, **changes):
    goal = plan.goals.get()
    facts = {
        "standings": {goal.pk: Standing(GoalStatus.MET, "Sudah bekerja.")},
        "note": "Maju.",
        "review_on": NEXT,
        **changes,
    }
    return review_plan(plan=plan, **facts, **by())


def test_a_review_says_how_each_goal_stands_and_when_the_next_one_is():
    plan = whole_plan(agreed=True)

    reviewed(plan)

    goal, case = PlanGoal.objects.get(), Case.objects.get()
    assert (goal.status, goal.review_note, goal.reviewed_on) == ("met", "Sudah bekerja.", TODAY)
    assert (case.next_step, case.next_due_on) == (NextStep.REVIEW, NEXT)
    assert case.events.get().kind == CareEvent.PLAN_REVIEWED


def test_a_review_settles_its_task_and_puts_the_next_one_there():
    plan = whole_plan(approved=True)
    agree_plan(plan=plan, agreement=agreement(), **by())
    plan.refresh_from_db()

    reviewed(plan)

    statuses = CaseTask.objects.order_by("pk").values_list("status", flat=True)
    assert list(statuses) == [TaskStatus.DONE, TaskStatus.OPEN]


def test_a_review_leaves_no_goal_out():
    plan = whole_plan(agreed=True)

    assert refusal(reviewed, plan=plan, standings={}) == "goal_left_out"


def test_a_goal_is_dropped_with_a_reason():
    plan = whole_plan(agreed=True)
    dropped = {plan.goals.get().pk: Standing(GoalStatus.DROPPED)}

    assert refusal(reviewed, plan=plan, standings=dropped) == "dropped_without_reason"


def test_only_the_plan_in_force_is_reviewed():
    assert refusal(reviewed, plan=whole_plan(submitted=True)) == "wrong_status"


@pytest.mark.parametrize("base", CareBase)
def test_every_base_has_its_usual_services(base):
    from care.plan.presets import usual_services

    assert usual_services(base)


def test_a_service_without_a_worker_may_be_given_by_somebody_named():
    plan = whole_plan()
    row = PlanServiceFactory(plan=plan, given_by="Kader RW 02")

    assert PlanService.objects.get(pk=row.pk).given_by == "Kader RW 02"
