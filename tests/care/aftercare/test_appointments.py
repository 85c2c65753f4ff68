"""What else somebody has an appointment for, on the schedule and in the calendar file."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from care.aftercare.selectors.appointments import appointments
from care.enums import CareTask
from clients.enums import NextStep
from tests import people
from tests.care.delivery_factories import CareGroupFactory, DeliveryFactory
from tests.clients.factories import CaseFactory
from tests.clients.task_factories import CaseTaskFactory


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
TODAY = timezone.localdate()
SOON = TODAY + 3 * DAY


def found(person=people.ani, **facts):
    return appointments(person(), first=TODAY, last=TODAY + 7 * DAY, **facts)


def a_session(case=None):
    case = case or CaseFactory(in_service=True, next_due_on=None, next_step="")
    return DeliveryFactory(case=case, held_on=TODAY - DAY, next_on=SOON, worker=people.ani())


def test_the_next_session_is_an_appointment():
    row = a_session()

    (one,) = found()

    assert (one.on, one.label) == (SOON, "Sesi individu")
    assert one.number == row.case.client.registration_number


def test_a_review_of_care_is_one():
    CaseFactory(in_service=True, next_step=NextStep.REVIEW, next_due_on=SOON)

    assert [one.label for one in found()] == ["Tinjau layanan"]


def test_a_review_of_the_plan_is_one():
    case = CaseFactory(in_service=True, next_due_on=TODAY + 90 * DAY)
    CaseTaskFactory(case=case, kind=CareTask.PLAN_REVIEW, due_on=SOON, owner=people.ani())

    assert [one.label for one in found()] == ["Tinjau rencana layanan"]


def test_a_group_that_meets_every_week_is_one_for_who_leads_it():
    group = CareGroupFactory(facilitator=people.ani(), meets_on=SOON.weekday())

    (one,) = found()

    assert (one.on, one.weekly) == (SOON, True)
    assert one.url == reverse("care:group", args=[group.pk])


def test_what_lies_further_ahead_is_left_out():
    CaseFactory(in_service=True, next_step=NextStep.REVIEW, next_due_on=TODAY + 8 * DAY)

    assert found() == []


def test_nobody_has_appointments_with_clients_of_others():
    a_session()

    assert found(people.citra) == []


def test_a_closed_case_has_no_appointments():
    a_session(CaseFactory(closed=True))

    assert found() == []


def test_the_schedule_shows_them_beside_the_calls(signed_in):
    row = a_session()

    page = signed_in(people.ani()).get(reverse("care:schedule")).content.decode()

    assert "Janji lain hari ini dan minggu ini" in page
    assert row.case.client.registration_number in page


def test_the_calendar_file_holds_sessions_reviews_and_groups_without_names(signed_in):
    row = a_session()
    row.case.client.name = "Rian Saputra"
    row.case.client.save()
    CaseFactory(in_service=True, next_step=NextStep.REVIEW, next_due_on=SOON)
    CareGroupFactory(facilitator=people.ani(), meets_on=2, name="Melati Pagi")

    text = signed_in(people.ani()).get(reverse("care:ics")).content.decode()

    assert text.count("BEGIN:VEVENT") == 3
    assert f"Sesi individu\\, {row.case.client.registration_number}" in text
    assert "SUMMARY:Kelompok Melati Pagi" in text
    assert "RRULE:FREQ=WEEKLY" in text
    assert "Rian" not in text
