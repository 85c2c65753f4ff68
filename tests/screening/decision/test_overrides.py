"""Down from high: a leader answers, and looks again within two weeks (domain facts, section 4 D)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from accounts.enums import Role
from clients.enums import CaseStatus, NextStep, TaskStatus
from clients.models import Case
from common.errors import DomainError
from screening.decision.services.approvals import (
    approve_override,
    refuse_override,
    review_override,
    withdraw_override,
)
from screening.decision.services.deciding import Answer
from screening.enums import ScreeningEvent, ScreeningTask
from screening.models import RoutingDecision
from tests import people
from tests.care.papers import decide
from tests.clients.factories import ConsentFactory
from tests.races import DONE, together
from tests.screening.factories import AT, finished
from tests.screening.routing_factories import (
    LATER,
    LIGHTER,
    MUCH_LATER,
    REASON,
    approved,
    asked_for_approval,
    assessed,
    colleague,
    moderate,
)


pytestmark = pytest.mark.django_db


def case_of(decision):
    return Case.objects.get(pk=decision.screening.case_id)


def approve(decision, actor=people.budi, note=""):
    return approve_override(decision=decision, note=note, actor=actor(), at=LATER)


def refuse(decision, note="Rumah belum aman untuk klien.", actor=people.budi):
    return refuse_override(decision=decision, note=note, actor=actor(), at=LATER)


def review(decision, outcome="keep", actor=people.budi):
    return review_override(
        decision=decision, outcome=outcome, note="Keadaannya baik.", actor=actor(), at=MUCH_LATER
    )


def test_no_leader_lets_a_decision_stand_once_consent_was_taken_back():
    decision = asked_for_approval()
    ConsentFactory(client=case_of(decision).client, withdrawn_at=AT)

    with pytest.raises(DomainError) as refused:
        approve(decision)

    assert refused.value.code == "no_consent"


def test_a_lighter_base_for_a_high_risk_waits_for_a_leader():
    decision = asked_for_approval()

    case = case_of(decision)
    assert decision.is_awaiting
    assert (case.status, case.base) == (CaseStatus.DECISION, "")
    assert (case.next_step, str(case.next_due_on)) == (NextStep.APPROVE_OVERRIDE, "2026-06-04")


def test_asking_leaves_one_event_with_the_reason():
    event = case_of(asked_for_approval()).events.get(kind=ScreeningEvent.OVERRIDE_REQUESTED)

    assert event.note == REASON
    assert event.title == "LKS/IPWL, berbeda dari usulan Balai/Sentra"


@pytest.mark.parametrize("base", ["family", "balai"])
def test_another_base_for_a_moderate_risk_needs_nobody(base):
    answer = Answer(base, "client_choice", REASON)

    decision = decide(screening=moderate(), answer=answer, actor=people.ani(), at=AT)

    assert decision.is_settled


def test_going_down_from_high_by_the_lowering_rule_needs_a_leader_as_well():
    screening = finished()
    lowering = {
        "assessed": True,
        "home_safe": True,
        "family_support": "strong",
        "stage_of_change": "action",
        "works_or_studies": True,
        "case_conference_agreed": True,
    }
    assessment = assessed(screening, tools={}, **lowering)
    assert assessment.proposed_base == "institution"

    decision = decide(
        screening=screening, answer=Answer("institution"), actor=people.ani(), at=LATER
    )

    assert decision.is_awaiting
    assert decision.override_code == ""


def test_nobody_decides_beside_a_question_that_is_open():
    decision = asked_for_approval()

    with pytest.raises(DomainError) as refused:
        decide(screening=decision.screening, answer=Answer("balai"), actor=people.budi(), at=LATER)

    assert refused.value.code == "awaiting_approval"


def test_the_database_keeps_one_live_decision_for_a_screening():
    decision = asked_for_approval()

    with pytest.raises(IntegrityError), transaction.atomic():
        RoutingDecision.objects.create(
            screening=decision.screening,
            proposed_base="balai",
            base="balai",
            decided_by=people.ani(),
            decided_at=AT,
        )


def test_an_approval_moves_the_case_on_and_plans_the_review():
    decision = approve(asked_for_approval(), note="Sudah dibicarakan.")

    case = case_of(decision)
    assert decision.is_settled
    assert (decision.approved_by, decision.approved_at) == (people.budi(), LATER)
    assert decision.review_due_on == LATER.date() + timedelta(days=14)
    assert (case.status, case.base, case.next_step) == (
        CaseStatus.PLACEMENT,
        "institution",
        NextStep.REQUEST_PLACEMENT,
    )
    task = case.tasks.get()
    assert (task.kind, task.owner, task.due_on) == (
        ScreeningTask.OVERRIDE_REVIEW,
        people.budi(),
        decision.review_due_on,
    )


def test_an_approval_leaves_one_event():
    case = case_of(approve(asked_for_approval(), note="Sudah dibicarakan."))

    assert case.events.get(kind=ScreeningEvent.OVERRIDE_APPROVED).note == "Sudah dibicarakan."


def test_a_refusal_gives_the_proposal_back():
    decision = refuse(asked_for_approval())

    case = case_of(decision)
    assert decision.status == "refused"
    assert (case.status, case.next_step) == (CaseStatus.DECISION, NextStep.DECIDE)
    assert (
        case.events.get(kind=ScreeningEvent.OVERRIDE_REFUSED).note
        == "Rumah belum aman untuk klien."
    )


def test_a_refusal_says_why():
    with pytest.raises(DomainError) as refused:
        refuse(asked_for_approval(), note="  ")

    assert refused.value.field == "note"


def test_what_was_refused_may_be_decided_again_and_both_are_kept():
    decision = refuse(asked_for_approval())

    again = decide(
        screening=decision.screening, answer=Answer("balai"), actor=people.ani(), at=LATER
    )

    assert again.is_settled
    assert list(decision.screening.decisions.order_by("pk")) == [decision, again]
    assert decision.screening.decision == again


def test_nobody_answers_their_own_question():
    decision = asked_for_approval(case__client__registered_by=people.ani())
    RoutingDecision.objects.update(decided_by=people.budi())
    decision.refresh_from_db()

    for answer in (approve, refuse):
        with pytest.raises(DomainError) as refused:
            answer(decision)
        assert refused.value.code == "not_another"


def test_the_database_knows_that_another_person_answers():
    decision = asked_for_approval()

    with pytest.raises(IntegrityError), transaction.atomic():
        RoutingDecision.objects.filter(pk=decision.pk).update(approved_by=F("decided_by"))


def test_a_question_is_answered_once():
    decision = asked_for_approval()
    refuse(decision)

    with pytest.raises(DomainError) as refused:
        approve(decision)

    assert refused.value.code == "not_awaiting"


def test_a_closed_case_has_no_question_left():
    decision = asked_for_approval()
    Case.objects.update(
        status=CaseStatus.CLOSED, closed_on=AT.date(), close_reason="withdrew", next_step=""
    )

    with pytest.raises(DomainError) as refused:
        approve(decision)

    assert refused.value.code == "not_awaiting"


def test_an_approval_of_what_a_newer_assessment_has_overtaken_is_refused():
    decision = asked_for_approval()
    assessed(decision.screening, tools={})

    with pytest.raises(DomainError) as refused:
        approve(decision)

    assert refused.value.code == "newer_proposal"


def test_whoever_asked_may_take_the_question_back():
    decision = withdraw_override(decision=asked_for_approval(), actor=people.ani(), at=LATER)

    assert decision.status == "withdrawn"
    assert case_of(decision).next_step == NextStep.DECIDE


def test_nobody_else_takes_it_back():
    with pytest.raises(DomainError) as refused:
        withdraw_override(decision=asked_for_approval(), actor=people.budi(), at=LATER)

    assert refused.value.code == "not_yours"


def test_a_review_that_keeps_the_decision_settles_its_task():
    decision = review(approved())

    case = case_of(decision)
    assert (decision.review_outcome, decision.reviewed_by) == ("keep", people.budi())
    assert case.tasks.get().status == TaskStatus.DONE
    assert case.status == CaseStatus.PLACEMENT
    assert case.events.filter(kind=ScreeningEvent.OVERRIDE_REVIEWED).count() == 1


def test_before_a_place_is_asked_for_a_review_opens_the_decision_again():
    decision = review(approved(), outcome="again")

    case = case_of(decision)
    assert decision.status == "replaced"
    assert (case.status, case.base, case.next_step) == (
        CaseStatus.DECISION,
        "",
        NextStep.DECIDE,
    )
    again = decide(
        screening=decision.screening, answer=Answer("balai"), actor=people.ani(), at=MUCH_LATER
    )
    assert again.is_settled


def test_once_a_place_is_asked_for_a_review_has_the_person_screened_again():
    decision = approved()
    Case.objects.update(next_step=NextStep.AWAIT_ANSWER)

    decision = review(decision, outcome="again")

    assert decision.is_settled
    task = case_of(decision).tasks.get(kind=ScreeningTask.RESCREEN)
    assert task.owner == people.ani()
    assert str(task.due_on) == "2026-06-19"


def test_a_review_is_held_once():
    decision = review(approved())

    with pytest.raises(DomainError) as refused:
        review(decision)

    assert refused.value.code == "not_for_review"


def test_whoever_decided_does_not_review():
    with pytest.raises(DomainError) as refused:
        review(approved(), actor=people.ani)

    assert refused.value.code == "not_another"


@pytest.mark.django_db(transaction=True)
def test_two_leaders_answer_once():
    decision = asked_for_approval()
    kartika = colleague(Role.BALAI_MANAGER)
    budi = people.budi()

    answers = together(
        lambda: approve_override(decision=decision, note="", actor=budi, at=LATER),
        lambda: refuse_override(decision=decision, note="Belum aman.", actor=kartika, at=LATER),
    )

    assert sorted(answers) == [DONE, "not_awaiting"]


def test_the_answer_keeps_its_length_and_supporting_bases():
    answer = Answer("institution", "distance", REASON, supporting=("family",), months=5)

    decision = decide(screening=finished(), answer=answer, actor=people.ani(), at=AT)

    assert (decision.supporting, decision.programme_months) == (["family"], 5)


def test_without_a_word_on_them_the_rules_choose(settings):
    decision = decide(screening=finished(), answer=Answer("balai"), actor=people.ani(), at=AT)

    assert decision.supporting == ["family", "institution"]
    assert decision.programme_months == settings.PROGRAMME_MONTHS["balai"]


def test_the_lead_base_does_not_support_itself():
    decision = decide(screening=finished(), answer=LIGHTER, actor=people.ani(), at=AT)

    assert decision.supporting == ["family"]


def test_an_answer_to_a_proposal_that_was_overtaken_is_refused():
    screening = finished()
    assessed(screening, tools={})
    answer = Answer("balai", seen=f"s{screening.pk}")

    with pytest.raises(DomainError) as refused:
        decide(screening=screening, answer=answer, actor=people.ani(), at=LATER)

    assert refused.value.code == "newer_proposal"
