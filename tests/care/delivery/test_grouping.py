"""Groups: whom they let in, and how their members rise and fall."""

import datetime as dt

import pytest

from care.delivery.facts import GroupFacts, StepFacts
from care.delivery.services.grouping import (
    admit_member,
    change_group,
    move_member,
    open_group,
    release_member,
)
from care.enums import GroupExit, GroupKind, Level, Phase
from care.models import CareGroup, LadderStep, Membership
from clients.models import CaseEvent
from common.errors import DomainError
from tests import people
from tests.care.delivery_factories import HELD, CareGroupFactory, MembershipFactory
from tests.clients.factories import OPENED, CaseFactory


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
AT = dt.datetime.combine(HELD, dt.time(3), dt.UTC)
WHY = StepFacts(HELD, "Siap mengikuti aturan.")


def facts(**other) -> GroupFacts:
    usual = {
        "name": "Melati Pagi",
        "kind": GroupKind.COMMUNITY,
        "facilitator": people.ani(),
        "started_on": OPENED,
    }
    return GroupFacts(**(usual | other))


def admit(group, case, step=WHY) -> Membership:
    return admit_member(group=group, case=case, step=step, actor=people.ani(), at=AT)


def move(member, phase, level, **other) -> Membership:
    step = StepFacts(**({"on": HELD, "evidence": "Terlihat."} | other), phase=phase, level=level)
    return move_member(member=member, step=step, actor=people.budi(), at=AT)


def refused(act, *args, **other) -> str:
    with pytest.raises(DomainError) as refusal:
        act(*args, **other)
    return refusal.value.code


def test_a_group_is_of_the_institution_of_whoever_opens_it():
    group = open_group(facts=facts(), actor=people.ani(), at=AT)

    assert (group.institution, group.facilitator) == (people.melati(), people.ani())


def test_an_institution_has_each_name_once():
    CareGroupFactory(name="Melati Pagi")

    act = open_group
    assert refused(act, facts=facts(), actor=people.ani(), at=AT) == "taken"


def test_a_stranger_to_the_institution_does_not_lead_its_group():
    act = open_group
    given = facts(facilitator=people.citra())
    assert refused(act, facts=given, actor=people.ani(), at=AT) == "stranger"


def test_a_group_with_members_is_not_put_away():
    group = MembershipFactory().group

    act = change_group
    given = facts(is_active=False)
    assert refused(act, group=group, facts=given, actor=people.ani(), at=AT) == "has_members"


def test_a_group_with_members_keeps_its_kind():
    group = MembershipFactory().group

    act = change_group
    given = facts(kind=GroupKind.CLASS)
    assert refused(act, group=group, facts=given, actor=people.ani(), at=AT) == "kind_fixed"


def test_an_empty_group_is_put_away():
    group = CareGroupFactory()

    change_group(group=group, facts=facts(is_active=False), actor=people.ani(), at=AT)

    assert not CareGroup.objects.get().is_active


def test_a_member_of_a_community_begins_at_the_foot_of_the_ladder():
    member = admit(CareGroupFactory(), CaseFactory(in_service=True))

    assert (member.phase, member.level) == (Phase.INDUCTION, Level.ADMISSION)


def test_who_let_a_member_in_and_why_is_kept():
    admit(CareGroupFactory(name="Pagi"), CaseFactory(in_service=True))

    step = LadderStep.objects.get()
    assert (step.evidence, step.decided_by, step.is_first) == (WHY.evidence, people.ani(), True)
    assert CaseEvent.objects.get().title == "Diterima dalam kelompok Pagi"


def test_a_class_has_no_ladder():
    member = admit(CareGroupFactory(kind=GroupKind.CLASS), CaseFactory(in_service=True))

    assert (member.phase, member.level) == ("", "")


@pytest.mark.parametrize("stage", ["screening", "decided", "closed"])
def test_only_people_in_care_are_let_in(stage):
    case = CaseFactory(**{stage: True})

    assert refused(admit, CareGroupFactory(), case) == "wrong_status"


def test_nobody_is_let_in_twice():
    member = MembershipFactory()

    assert refused(admit, member.group, member.case) == "already"


def test_whoever_left_may_come_back():
    member = MembershipFactory(left=True)

    assert admit(member.group, member.case).pk != member.pk


def test_an_inactive_group_lets_nobody_in():
    case = CaseFactory(in_service=True)

    assert refused(admit, CareGroupFactory(is_active=False), case) == "inactive"


def test_a_rise_is_kept_with_its_evidence_and_who_decided():
    member = move(MembershipFactory(), Phase.YOUNGER, Level.VALUES)

    step = member.steps.get()
    assert (step.from_level, step.to_level) == (Level.ADMISSION, Level.VALUES)
    assert (step.from_phase, step.to_phase) == (Phase.INDUCTION, Phase.YOUNGER)
    assert (step.decided_by, step.evidence, step.is_down) == (people.budi(), "Terlihat.", False)


def test_it_leaves_one_line_in_the_timeline():
    move(MembershipFactory(group__name="Pagi"), Phase.YOUNGER, Level.VALUES)

    assert CaseEvent.objects.get().title == (
        "Kelompok Pagi: Primer, tahap muda, jenjang Penanaman nilai"
    )


def test_a_fall_is_told_from_a_rise():
    member = MembershipFactory(phase=Phase.OLDER, level=Level.STATUS, values_on=HELD)

    assert move(member, Phase.MIDDLE, Level.STATUS).steps.get().is_down
    assert move(member, Phase.MIDDLE, Level.COHESION).steps.latest("pk").is_down


def test_one_does_not_rise_above_the_values_without_having_learnt_them():
    assert refused(move, MembershipFactory(), Phase.MIDDLE, Level.COHESION) == "values_first"


def test_the_values_may_be_learnt_with_the_same_step():
    member = move(MembershipFactory(), Phase.MIDDLE, Level.COHESION, values_on=HELD - DAY)

    assert member.values_on == HELD - DAY


@pytest.mark.parametrize("day", [HELD - 100 * DAY, HELD + DAY])
def test_the_values_are_learnt_between_coming_and_the_step(day):
    facts = {"values_on": day}

    member = MembershipFactory()
    assert refused(move, member, Phase.MIDDLE, Level.COHESION, **facts) == "values_out_of_range"


def test_a_step_that_changes_nothing_is_refused():
    assert refused(move, MembershipFactory(), Phase.INDUCTION, Level.ADMISSION) == "no_change"


def test_a_step_before_the_last_one_is_refused():
    member = move(MembershipFactory(), Phase.YOUNGER, Level.VALUES)

    assert refused(move, member, Phase.MIDDLE, Level.VALUES, on=HELD - DAY) == "too_early"


def test_a_class_has_no_steps():
    member = MembershipFactory(group__kind=GroupKind.CLASS, phase="", level="")

    assert refused(move, member, Phase.YOUNGER, Level.VALUES) == "no_ladder"


def test_whoever_leaves_does_so_on_a_day_and_for_a_reason():
    member = release_member(
        member=MembershipFactory(), on=HELD, reason=GroupExit.MOVED, actor=people.ani(), at=AT
    )

    assert (member.left_on, member.leave_reason) == (HELD, GroupExit.MOVED)
    assert CaseEvent.objects.count() == 1


def test_whoever_has_left_moves_no_more():
    assert refused(move, MembershipFactory(left=True), Phase.YOUNGER, Level.VALUES) == "has_left"
