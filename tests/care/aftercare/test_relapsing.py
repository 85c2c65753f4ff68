"""A relapse never ends care: it is named, made safe, looked at again, and may lead to a new episode."""

import datetime as dt

import pytest

from care.aftercare.facts import SafetyPlan
from care.aftercare.services.relapsing import (
    begin_again,
    name_relapse,
    plan_safety,
    settle_relapse,
)
from care.aftercare_enums import RelapseAnswer, RelapseStatus
from care.enums import CareTask, FollowUpStatus
from care.event_kinds import CareEvent
from care.models import FollowUp, Relapse
from clients.enums import CaseStatus, CloseReason, NextStep, ReentryReason
from clients.models import Case, CaseTask, Wait
from clients.services.consent import withdraw_consent
from common.errors import DomainError
from screening.enums import ScreeningKind, ScreeningTask
from screening.models import Screening
from screening.services.drafts import start_screening
from tests import people
from tests.care.factories import ENDED, plan_aftercare
from tests.screening.factories import consenting_case
from tests.screening.review_factories import in_care, rescreened


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
TODAY = ENDED + 9 * DAY
AT = dt.datetime.combine(TODAY, dt.time(3), dt.UTC)
LATER = AT + dt.timedelta(hours=1)
PLAN = SafetyPlan("Sulit tidur.", "Menelepon kakak.", "Kakak, 0812.")


@pytest.fixture
def case():
    """Care ended nine days ago; the ten calls are planned."""
    case = consenting_case(in_aftercare=True)
    plan_aftercare(case)
    return case


def named(case, on=TODAY, at=AT):
    return name_relapse(case=case, on=on, words="Memakai lagi dua kali.", actor=people.ani(), at=at)


def planned(case):
    return plan_safety(relapse=named(case), plan=PLAN, actor=people.ani(), at=AT)


def settled(relapse, answer=RelapseAnswer.SUPPORT):
    facts = {"note": "Kelompok tiap minggu.", "actor": people.ani(), "at": LATER}
    return settle_relapse(relapse=relapse, answer=answer, **facts)


def again(relapse, at=LATER):
    return begin_again(relapse=relapse, note="Perlu dirawat.", actor=people.ani(), at=at)


def refusal(act, *args, **facts) -> str:
    with pytest.raises(DomainError) as refused:
        act(*args, **facts)
    return refused.value.code


def tasks(case) -> dict[str, dt.date]:
    return dict(CaseTask.objects.open().filter(case=case).values_list("kind", "due_on"))


def test_a_relapse_asks_for_a_safety_plan_a_call_and_a_new_look(case):
    named(case)

    assert tasks(case) == {
        CareTask.SAFETY_PLAN: TODAY + DAY,
        ScreeningTask.RESCREEN: TODAY,
    }
    assert FollowUp.objects.get(milestone="X1").due_on == TODAY + 3 * DAY
    case.refresh_from_db()
    assert (case.status, case.next_step) == (CaseStatus.AFTERCARE, NextStep.FOLLOW_UP)


def test_it_leaves_one_line_in_the_timeline(case):
    named(case)

    event = case.events.get()
    assert event.kind == CareEvent.RELAPSE_NAMED
    assert event.tone == "danger"
    assert event.note == "Memakai lagi dua kali."


def test_until_it_is_settled_it_waits_before_everything_else(case):
    named(case)

    wait = Wait.objects.get(kind="relapse")
    assert (wait.person, wait.due_on, wait.urgency) == (people.ani(), TODAY + 3 * DAY, 0)


def test_in_care_the_call_within_seventy_two_hours_is_a_task():
    case = in_care()

    named(case)

    assert tasks(case)[CareTask.RELAPSE_CALL] == TODAY + 3 * DAY
    assert not FollowUp.objects.exists()


def test_one_relapse_is_worked_on_at_a_time(case):
    named(case)

    assert refusal(named, case) == "repeated"


def test_a_relapse_before_care_began_is_no_relapse_of_this_case(case):
    assert refusal(named, case, on=case.opened_on - DAY) == "too_early"


def test_nothing_is_begun_once_consent_was_taken_back(case):
    withdraw_consent(case=case, asked_by="self", on=TODAY, note="", actor=people.ani(), at=AT)

    assert refusal(named, case) == "no_consent"


def test_after_care_a_person_is_screened_again_because_something_happened(case):
    begun = start_screening(case=case, reason="relapse", actor=people.ani(), at=AT)

    case.refresh_from_db()
    assert (begun.kind, begun.reason) == (ScreeningKind.EVENT, "relapse")
    assert case.status == CaseStatus.AFTERCARE


def test_after_care_there_is_no_re_screening_by_the_calendar(case):
    assert refusal(start_screening, case=case, actor=people.ani(), at=AT) == "no_reason"


def test_the_new_look_settles_its_task_and_leaves_the_case_in_after_care(case):
    named(case)

    rescreened(case, "high", at=LATER, reason="relapse")

    case.refresh_from_db()
    assert ScreeningTask.RESCREEN not in tasks(case)
    assert case.status == CaseStatus.AFTERCARE


def test_a_safety_plan_settles_its_task_and_may_be_written_anew(case):
    relapse = planned(case)

    plan_safety(relapse=relapse, plan=PLAN, actor=people.ani(), at=LATER)

    relapse.refresh_from_db()
    assert (relapse.status, relapse.what_to_do) == (RelapseStatus.PLANNED, PLAN.what_to_do)
    assert CareTask.SAFETY_PLAN not in tasks(case)


def test_what_follows_is_decided_after_the_plan_and_the_new_look(case):
    relapse = named(case)
    assert refusal(settled, relapse) == "wrong_status"

    plan_safety(relapse=relapse, plan=PLAN, actor=people.ani(), at=AT)
    assert refusal(settled, relapse) == "not_screened"

    rescreened(case, "low", at=LATER, reason="relapse")
    settled(relapse)
    assert Relapse.objects.get().answer == RelapseAnswer.SUPPORT
    assert not Wait.objects.filter(kind="relapse").exists()


def test_after_care_there_is_no_level_to_step_up_to(case):
    relapse = planned(case)

    assert refusal(settled, relapse, RelapseAnswer.STEP_UP) == "wrong_answer"


def test_who_needs_care_again_gets_a_new_episode_that_names_why(case):
    new = again(named(case))

    case.refresh_from_db()
    assert (case.status, case.close_reason) == (CaseStatus.CLOSED, CloseReason.RELAPSED)
    assert (new.reentry_of, new.reentry_reason) == (case, ReentryReason.RELAPSE)
    assert (new.client, new.lead_worker, new.status) == (
        case.client,
        people.ani(),
        CaseStatus.SCREENING,
    )
    assert Relapse.objects.get().answer == RelapseAnswer.REENTRY
    assert set(Case.objects.filter(is_current=True)) == {new}


def test_calls_of_the_former_episode_are_not_made_any_more(case):
    again(named(case))

    assert not FollowUp.objects.waiting().exists()
    assert FollowUp.objects.filter(status=FollowUpStatus.CANCELLED).count() == 10


def test_the_new_episode_starts_with_what_was_just_asked(case):
    relapse = named(case)
    held = rescreened(case, "high", at=LATER, reason="relapse")

    new = again(relapse, at=LATER + dt.timedelta(hours=1))

    draft = Screening.objects.get(case=new)
    assert draft.kind == ScreeningKind.INITIAL
    assert draft.answers == held.answers


def test_an_older_interview_is_not_taken_over(case):
    rescreened(case, "high", at=AT - 3 * DAY, reason="crisis")

    new = again(named(case))

    assert Screening.objects.get(case=new).answers == {}


def test_in_care_nobody_begins_anew():
    case = in_care()

    assert refusal(again, named(case)) == "wrong_status"
