"""Whatever takes two people takes two: nobody answers for what they, or an account they made, had a hand in."""

import datetime as dt
from collections.abc import Callable

import pytest

from accounts.enums import Role
from accounts.hands import is_another
from accounts.models import User
from accounts.service_keys.services import Machine, ask_key, grant_key
from accounts.services.resets import ask_reset, confirm_reset
from care.ending import gate
from care.ending.services.terminating import (
    approve_termination,
    ask_termination,
    prepare_termination,
    waive_item,
)
from care.enums import EndReason
from care.placement.services.stays import Ending
from care.plan.facts import Goal, Service
from care.plan.services.drafting import approve_plan, edit_plan, start_plan, submit_plan
from care.plan.services.items import remove_goal, remove_service, save_goal, save_service
from care.transfer.services.asking import accept_transfer
from clients.services.emergency import review_emergency
from common.errors import DomainError
from reports.facts import ActivityFacts, SubmissionFacts
from reports.services.submissions import (
    accept_submission,
    add_activity,
    change_note,
    remove_line,
    send_submission,
    start_submission,
)
from screening.assessment.services.signing import return_assessment, sign_assessment
from screening.decision.services.approvals import approve_override, refuse_override
from screening.decision.services.seconds import record_second
from tests import people
from tests.accounts.factories import with_app
from tests.care.papers import decide
from tests.care.plan_factories import TerminationFactory, whole_plan
from tests.care.transfer_factories import TransferFactory
from tests.clients.factories import BreakGlassFactory, CaseFactory
from tests.reports.factories import OCTOBER, SubmissionFactory
from tests.screening.assessment_factories import begun, filled, saved, section_of, submitted, whole
from tests.screening.factories import finished
from tests.screening.routing_factories import LIGHTER, two_apart


pytestmark = pytest.mark.django_db

AT = dt.datetime(2026, 7, 1, 2, tzinfo=dt.UTC)
TODAY = dt.date(2026, 7, 1)
NEXT = TODAY + dt.timedelta(days=30)
GOAL = Goal("work", "Bekerja.", NEXT)

Answer = Callable[[User], object]


def account(name: str, *, invited_by: User | None = None) -> User:
    email = f"{name}@contoh.id"
    facts = {"name": name.title(), "role": Role.SUPERVISOR, "institution": people.melati()}
    return User.objects.create_user(email, invited_by=invited_by, **facts)


def overriding(hand: User) -> Answer:
    decision = decide(screening=finished(), answer=LIGHTER, actor=hand, at=AT)
    return lambda by: approve_override(decision=decision, note="", actor=by, at=AT)


def overriding_refused(hand: User) -> Answer:
    decision = decide(screening=finished(), answer=LIGHTER, actor=hand, at=AT)
    return lambda by: refuse_override(decision=decision, note="Belum.", actor=by, at=AT)


def interviewing(hand: User) -> Answer:
    screening = two_apart()
    type(screening).objects.update(started_by=hand)
    words = "Ia hidup sendiri dan tidak punya siapa pun di rumahnya sekarang."
    return lambda by: record_second(
        screening=screening, risk="high", judgement=words, actor=by, at=AT
    )


def submitting_an_assessment(hand: User) -> Answer:
    row = submitted(actor=hand)
    return lambda by: sign_assessment(assessment=row, actor=by, at=AT)


def saving_a_part(hand: User) -> Answer:
    """Somebody else saved over it since."""
    row = begun()
    section = section_of(row, "family")
    saved(row, "family", whole(section), actor=hand)
    row.parts.all().delete()
    row = submitted(filled(row))
    return lambda by: sign_assessment(assessment=row, actor=by, at=AT)


def returning_an_assessment(hand: User) -> Answer:
    row = submitted(actor=hand)
    return lambda by: return_assessment(assessment=row, note="Lengkapi.", actor=by, at=AT)


def _approving(plan) -> Answer:
    submit_plan(plan=plan, actor=people.ani(), at=AT)
    return lambda by: approve_plan(plan=plan, actor=by, at=AT)


def drafting(hand: User) -> Answer:
    plan = start_plan(
        case=CaseFactory(in_service=True),
        summary="Pulih.",
        review_on=NEXT,
        components=["C1"],
        actor=hand,
        at=AT,
    )
    save_goal(plan=plan, goal=GOAL, actor=people.ani())
    return _approving(plan)


def editing(hand: User) -> Answer:
    plan = whole_plan()
    edit_plan(plan=plan, summary="Lain.", review_on=NEXT, actor=hand, at=AT)
    return _approving(plan)


def writing_a_goal(hand: User) -> Answer:
    plan = whole_plan()
    save_goal(plan=plan, goal=GOAL, actor=hand)
    return _approving(plan)


def taking_out_a_goal(hand: User) -> Answer:
    plan = whole_plan()
    remove_goal(goal=save_goal(plan=plan, goal=GOAL, actor=people.ani()), actor=hand)
    return _approving(plan)


def writing_a_service(hand: User) -> Answer:
    plan = whole_plan()
    row = plan.services.get()
    same = Service(row.component, row.institution, row.starts_on, row.ends_on)
    save_service(plan=plan, service=same, row=row, actor=hand)
    return _approving(plan)


def taking_out_a_service(hand: User) -> Answer:
    plan = whole_plan()
    row = plan.services.get()
    more = Service(row.component, row.institution, row.starts_on, row.ends_on)
    remove_service(service=save_service(plan=plan, service=more, actor=people.ani()), actor=hand)
    return _approving(plan)


def submitting_a_plan(hand: User) -> Answer:
    plan = whole_plan()
    submit_plan(plan=plan, actor=hand, at=AT)
    return lambda by: approve_plan(plan=plan, actor=by, at=AT)


def _agreeing(row) -> Answer:
    for item in gate.required(row.reason):
        waive_item(termination=row, item=item, reason="x", actor=people.ani(), at=AT)
    ask_termination(termination=row, actor=people.ani(), at=AT)
    return lambda by: approve_termination(termination=row, actor=by, at=AT)


def preparing(hand: User) -> Answer:
    """Somebody else has prepared it anew since."""
    row = TerminationFactory(on=TODAY)
    ending = Ending(TODAY, EndReason.GOALS_MET, "Tercapai.")
    for actor in (hand, people.ani()):
        row = prepare_termination(placement=row.placement, ending=ending, actor=actor, at=AT)
    return _agreeing(row)


def waiving(hand: User) -> Answer:
    """Somebody else has left out the same item since."""
    row = TerminationFactory(on=TODAY)
    waive_item(termination=row, item="goals", reason="x", actor=hand, at=AT)
    return _agreeing(row)


def asking(hand: User) -> Answer:
    row = TerminationFactory(on=TODAY)
    answer = _agreeing(row)
    type(row).objects.update(asked_by=hand)
    return answer


def proposing(hand: User) -> Answer:
    row = TransferFactory(proposed_by=hand)
    return lambda by: accept_transfer(transfer=row, note="", worker=None, actor=by, at=AT)


def _accepting(row) -> Answer:
    row.refresh_from_db()
    row = send_submission(submission=row, version=row.version, actor=people.dewi(), at=AT)
    return lambda by: accept_submission(submission=row, version=row.version, actor=by, at=AT)


def opening_a_submission(hand: User) -> Answer:
    facts = SubmissionFacts(OCTOBER, activities=(ActivityFacts("counselling", "inpatient", 1, 1),))
    row = start_submission(
        institution=people.harapan(), facts=facts, actor=hand, at=AT + dt.timedelta(days=150)
    )
    return _accepting(row)


def writing_a_line(hand: User) -> Answer:
    row = SubmissionFactory()
    add_activity(
        submission=row, facts=ActivityFacts("counselling", "outpatient", 1, 1), actor=hand, at=AT
    )
    return _accepting(row)


def taking_out_a_line(hand: User) -> Answer:
    row = SubmissionFactory()
    remove_line(line=row.money.get(), actor=hand, at=AT)
    return _accepting(row)


def changing_a_note(hand: User) -> Answer:
    row = SubmissionFactory()
    change_note(submission=row, note="Lain.", version=row.version, actor=hand, at=AT)
    return _accepting(row)


def sending(hand: User) -> Answer:
    row = send_submission(submission=SubmissionFactory(), version=1, actor=hand, at=AT)
    return lambda by: accept_submission(submission=row, version=row.version, actor=by, at=AT)


def breaking_the_glass(hand: User) -> Answer:
    row = BreakGlassFactory(user=hand)
    return lambda by: review_emergency(
        emergency=row, verdict="proper", note="Patut.", actor=by, at=AT
    )


def asking_for_a_factor_to_be_removed(hand: User) -> Answer:
    with_app(people.ani())
    ask_reset(user=people.ani(), actor=hand, at=AT)
    return lambda by: confirm_reset(user=people.ani(), actor=by, at=AT)


def asking_for_a_key(hand: User) -> Answer:
    machine = Machine(
        "SIKS", Role.SUPERVISOR, people.melati(), ["clients:read"], ["10.0.0.0/16"], NEXT
    )
    key = ask_key(machine=machine, actor=hand, at=AT)
    return lambda by: grant_key(key=key, actor=by, at=AT)


HANDS = [
    overriding,
    overriding_refused,
    interviewing,
    submitting_an_assessment,
    saving_a_part,
    returning_an_assessment,
    drafting,
    editing,
    writing_a_goal,
    taking_out_a_goal,
    writing_a_service,
    taking_out_a_service,
    submitting_a_plan,
    preparing,
    waiving,
    asking,
    proposing,
    opening_a_submission,
    writing_a_line,
    taking_out_a_line,
    changing_a_note,
    sending,
    breaking_the_glass,
    asking_for_a_factor_to_be_removed,
    asking_for_a_key,
]


@pytest.mark.parametrize("having_a_hand", HANDS, ids=lambda act: act.__name__)
def test_another_person_answers(having_a_hand):
    hand = account("tangan")
    answer = having_a_hand(hand)

    for nobody_else in (hand, account("kembaran", invited_by=hand)):
        with pytest.raises(DomainError) as refused:
            answer(nobody_else)
        assert refused.value.code == "not_another", nobody_else
    answer(account("lain"))


def test_who_has_had_no_hand_and_was_let_in_by_nobody_who_had_is_another():
    hand = account("tangan")

    assert is_another(account("lain"), {hand.pk, None})
    assert is_another(account("tamu", invited_by=people.eko()), {hand.pk})
    assert not is_another(hand, {hand.pk})
    assert not is_another(account("kembaran", invited_by=hand), {hand.pk})
