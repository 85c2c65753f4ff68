"""One entry for a whole group, and a line in the timeline of everybody who came."""

import datetime as dt

import pytest

from care.delivery.facts import Mark, SessionFacts
from care.delivery.services.meeting import correct_roll, hold_session
from care.enums import CareTask, Presence, SessionKind
from care.event_kinds import CareEvent
from care.models import Attendance, GroupSession
from clients.models import CaseEvent, CaseTask
from common.errors import DomainError
from partners.enums import Component
from tests import people
from tests.care.delivery_factories import MET, CareGroupFactory, MembershipFactory
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
AT = MET + 30 * DAY
HERE, AWAY, EXCUSED = Presence.PRESENT, Presence.ABSENT, Presence.EXCUSED


@pytest.fixture
def group():
    return CareGroupFactory(name="Pagi")


def members(group, count):
    return [MembershipFactory(group=group).case for _ in range(count)]


def facts(**other) -> SessionFacts:
    usual = {
        "kind": SessionKind.ENCOUNTER,
        "component": Component.C4B,
        "topic": "Pemicu",
        "held_at": MET,
        "duration": 60,
        "facilitator": people.ani(),
    }
    return SessionFacts(**(usual | other))


def hold(group, statuses, **other) -> GroupSession:
    roll = [Mark(case.pk, status) for case, status in statuses.items()]
    return hold_session(group=group, facts=facts(**other), roll=roll, actor=people.ani(), at=AT)


def hold_in_a_row(group, case, *statuses):
    return [
        hold(group, {case: status}, held_at=MET + number * DAY)
        for number, status in enumerate(statuses)
    ]


def refused(*args, **other) -> str:
    with pytest.raises(DomainError) as refusal:
        hold(*args, **other)
    return refusal.value.code


def test_everybody_stands_on_the_roll(group):
    rian, tono = members(group, 2)

    session = hold(group, {rian: HERE, tono: AWAY})

    statuses = dict(session.attendances.values_list("case_id", "status"))
    assert statuses == {rian.pk: HERE, tono.pk: AWAY}


def test_whoever_came_gets_a_line_in_their_timeline_and_nobody_else(group):
    rian, tono, ujang = members(group, 3)

    hold(group, {rian: HERE, tono: AWAY, ujang: Presence.LEFT_EARLY})

    told = CaseEvent.objects.filter(kind=CareEvent.SESSION_ATTENDED)
    assert set(told.values_list("case_id", flat=True)) == {rian.pk, ujang.pk}
    assert told.filter(case=rian).get().title == "Pagi, Kelompok encounter: Pemicu"


def test_a_word_about_a_member_stays_with_their_attendance(group):
    [rian] = members(group, 1)
    roll = [Mark(rian.pk, HERE, "Mulai terbuka.")]

    hold_session(group=group, facts=facts(), roll=roll, actor=people.ani(), at=AT)

    assert Attendance.objects.get().note == "Mulai terbuka."
    assert CaseEvent.objects.get().note == ""


def test_a_roll_of_25_takes_as_many_questions_as_a_roll_of_one(
    group, django_assert_max_num_queries
):
    few, many = members(group, 1), members(group, 25)
    with django_assert_max_num_queries(30) as asked:
        hold(group, dict.fromkeys(few, HERE))
    with django_assert_max_num_queries(len(asked)):
        hold(group, dict.fromkeys(many, HERE), held_at=MET + DAY)


@pytest.mark.parametrize("statuses", [(AWAY, AWAY, AWAY), (HERE, AWAY, AWAY, AWAY)])
def test_three_missed_in_a_row_ask_the_lead_worker_why(group, statuses):
    [rian] = members(group, 1)

    hold_in_a_row(group, rian, *statuses)

    task = CaseTask.objects.get()
    assert (task.kind, task.owner, task.case) == (CareTask.ABSENCE, people.ani(), rian)


@pytest.mark.parametrize(
    "statuses", [(AWAY, AWAY), (AWAY, AWAY, HERE, AWAY), (AWAY, EXCUSED, AWAY), (EXCUSED,) * 4]
)
def test_fewer_ask_nobody(group, statuses):
    [rian] = members(group, 1)

    hold_in_a_row(group, rian, *statuses)

    assert not CaseTask.objects.exists()


def test_leave_neither_counts_nor_breaks_the_row(group):
    [rian] = members(group, 1)

    hold_in_a_row(group, rian, AWAY, AWAY, EXCUSED, AWAY)

    assert CaseTask.objects.count() == 1


def test_a_fourth_in_the_same_row_asks_no_second_time(group):
    [rian] = members(group, 1)

    hold_in_a_row(group, rian, AWAY, AWAY, AWAY, AWAY, AWAY)

    assert CaseTask.objects.count() == 1


def test_a_new_row_asks_again(group):
    [rian] = members(group, 1)

    hold_in_a_row(group, rian, AWAY, AWAY, AWAY, HERE, AWAY, AWAY, AWAY)

    assert CaseTask.objects.count() == 2


def test_another_group_has_its_own_row(group):
    rian, other = members(group, 1)[0], CareGroupFactory()
    MembershipFactory(group=other, case=rian)

    hold_in_a_row(group, rian, AWAY, AWAY)
    hold_in_a_row(other, rian, AWAY)

    assert not CaseTask.objects.exists()


def test_who_is_no_member_is_not_on_the_roll(group):
    members(group, 1)

    assert refused(group, {CaseFactory(in_service=True): HERE}) == "not_a_member"


def test_a_group_without_members_does_not_meet(group):
    assert refused(group, {}) == "nobody"


def test_the_same_meeting_is_written_down_once(group):
    [rian] = members(group, 1)
    hold(group, {rian: HERE})

    assert refused(group, {rian: HERE}) == "repeated"


@pytest.mark.parametrize(
    ("other", "code"),
    [({"held_at": AT + DAY}, "future_date"), ({"held_at": MET - 400 * DAY}, "too_early")],
)
def test_a_meeting_takes_place_while_the_group_is_there(group, other, code):
    [rian] = members(group, 1)

    assert refused(group, {rian: HERE}, **other) == code


def test_an_inactive_group_does_not_meet():
    group = CareGroupFactory(is_active=False)

    assert refused(group, {MembershipFactory(group=group).case: HERE}) == "inactive"


def test_a_line_ticked_wrongly_is_mended_and_told(group):
    rian, tono = members(group, 2)
    session = hold(group, {rian: HERE, tono: HERE})
    CaseEvent.objects.all().delete()

    mended = correct_roll(
        session=session,
        roll=[Mark(rian.pk, AWAY), Mark(tono.pk, HERE)],
        actor=people.ani(),
        at=AT,
    )

    assert mended == 1
    assert session.attendances.get(case=rian).status == AWAY
    assert CaseEvent.objects.get().case == rian


def test_mending_nothing_is_refused(group):
    [rian] = members(group, 1)
    session = hold(group, {rian: HERE})

    with pytest.raises(DomainError, match="Tidak ada yang diubah"):
        correct_roll(session=session, roll=[Mark(rian.pk, HERE)], actor=people.ani(), at=AT)
