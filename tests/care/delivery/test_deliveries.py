"""What an institution gave in a period, and how much of a plan was given this month."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from care.delivery.selectors.deliveries import given_by_component, month_range, progress
from care.enums import Channel, DeliveryKind, Per, Presence
from care.models import FollowUpContact
from partners.enums import Component
from tests import people
from tests.care.delivery_factories import (
    AttendanceFactory,
    CareGroupFactory,
    DeliveryFactory,
    GroupSessionFactory,
)
from tests.care.factories import FollowUpFactory
from tests.care.plan_factories import PlanServiceFactory
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 6, 1), date(2026, 6, 30)


def at(day: date, hour: time = time(9)) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))


def meeting(*statuses, **facts) -> None:
    session = GroupSessionFactory(**({"held_at": at(LAST), "component": Component.C4C} | facts))
    for status in statuses:
        AttendanceFactory(session=session, status=status)


def counted(institution=None) -> dict[str, tuple[int, int, int, int]]:
    rows = given_by_component(FIRST, LAST, institution and institution.pk)
    return {row.component: (row.alone, row.sessions, row.came, row.spent) for row in rows}


def visited(**facts):
    usual = {"on": LAST, "channel": Channel.VISIT, "outcome": "well", "recorded_by": people.ani()}
    return FollowUpContact.objects.create(follow_up=FollowUpFactory(), **{**usual, **facts})


def planned_and_given(case, today) -> list[tuple[int, int]]:
    return [(line.planned, line.given) for line in progress(case, today=today)]


def test_a_meeting_counts_once_with_everybody_who_came():
    meeting(Presence.PRESENT, Presence.LEFT_EARLY, Presence.EXCUSED, Presence.ABSENT, duration=90)

    assert counted() == {Component.C4C: (0, 1, 2, 90)}


def test_services_to_one_person_and_meetings_stand_side_by_side():
    DeliveryFactory(held_on=FIRST, component=Component.C4C, duration=30)
    DeliveryFactory(held_on=LAST, component=Component.C6, duration=None)
    meeting(Presence.PRESENT, duration=60)

    assert counted() == {Component.C4C: (1, 1, 1, 90), Component.C6: (1, 0, 0, 0)}


def test_the_first_and_the_last_moment_of_a_period_are_in_it():
    meeting(held_at=at(FIRST, time(0)))
    meeting(held_at=at(LAST, time(23, 59)))
    meeting(held_at=at(date(2026, 7, 1), time(0)))

    assert counted()[Component.C4C][1] == 2


def test_an_institution_is_told_of_what_it_gave_itself():
    DeliveryFactory(held_on=FIRST)
    DeliveryFactory(held_on=FIRST, case__client__registered_by=people.citra())
    meeting(Presence.PRESENT, group=CareGroupFactory(facilitator=people.citra()))

    assert counted(people.melati()) == {Component.C4B: (1, 0, 0, 60)}
    assert counted(people.kenanga()).keys() == {Component.C4B, Component.C4C}


def test_a_home_visit_of_after_care_counts_among_its_services():
    visited()

    assert counted() == {Component.A2: (1, 0, 0, 0)}


def test_a_visit_that_is_written_down_twice_counts_once():
    row = visited()
    given = {"held_on": LAST, "kind": DeliveryKind.HOME_VISIT, "duration": 45}
    DeliveryFactory(case=row.follow_up.case, component=Component.A2, **given)

    assert counted() == {Component.A2: (1, 0, 0, 45)}


def test_a_call_is_no_visit():
    visited(channel=Channel.PHONE)

    assert counted() == {}


def test_it_is_one_question(django_assert_num_queries):
    with django_assert_num_queries(1):
        given_by_component(FIRST, LAST)


@pytest.mark.parametrize(
    ("per", "times", "planned"), [(Per.WEEK, 2, 8), (Per.MONTH, 3, 3), (Per.ONCE, 1, 1)]
)
def test_what_is_planned_for_a_month_follows_how_often(per, times, planned):
    row = PlanServiceFactory(
        plan__agreed=True, per=per, times=times, starts_on=FIRST, ends_on=date(2026, 9, 1)
    )

    assert planned_and_given(row.plan.case, LAST) == [(planned, 0)]


def test_a_service_that_begins_late_in_the_month_is_planned_for_the_rest_of_it():
    row = PlanServiceFactory(
        plan__agreed=True, per=Per.WEEK, times=2, starts_on=date(2026, 6, 17), ends_on=LAST
    )

    assert planned_and_given(row.plan.case, LAST) == [(4, 0)]


def test_what_names_its_service_counts_there():
    case = CaseFactory(in_service=True)
    plan = PlanServiceFactory(
        plan__case=case, plan__agreed=True, component=Component.C4B, times=1, per=Per.MONTH,
        starts_on=FIRST, ends_on=LAST,
    ).plan  # fmt: skip
    other = PlanServiceFactory(
        plan=plan, component=Component.C4B, times=2, per=Per.MONTH, starts_on=FIRST, ends_on=LAST
    )
    DeliveryFactory(case=case, plan_service=other)
    DeliveryFactory(case=case)

    assert planned_and_given(case, LAST) == [(1, 1), (2, 1)]


def test_a_draft_plans_nothing():
    row = PlanServiceFactory(starts_on=FIRST, ends_on=LAST)

    assert planned_and_given(row.plan.case, LAST) == []


@pytest.mark.parametrize("month", [1, 2, 12])
def test_a_month_ends_on_its_last_day(month):
    first, last = month_range(date(2026, month, 1))

    assert (first.month, last.month) == (month, month)
    assert (last + timedelta(days=1)).day == 1
