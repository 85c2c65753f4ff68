"""Every morning what is late becomes work of the institution."""

import datetime as dt

import pytest

from care.aftercare.late import sweep_late
from care.aftercare.services.following_up import Contact, record_contact, record_unplanned
from care.enums import CareTask, Channel, ContactOutcome
from care.event_kinds import CareEvent
from care.models import AftercarePlan, FollowUp
from clients.enums import CaseStatus, CloseReason, NextStep
from clients.models import CaseTask, Wait
from tests import people
from tests.care.factories import ENDED, FollowUpFactory
from tests.care.plan_factories import AftercarePlanFactory
from tests.clients.factories import CaseFactory, ShareFactory


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
TODAY = ENDED + 30 * DAY
AT = dt.datetime.combine(TODAY, dt.time(1), dt.UTC)


def late_call():
    return FollowUpFactory(due_on=TODAY - 8 * DAY)


def work() -> list[tuple[str, dt.date]]:
    return list(CaseTask.objects.open().values_list("kind", "due_on"))


def test_a_call_that_is_late_is_work_of_the_institution():
    row = late_call()

    sweep_late(at=AT)

    task = CaseTask.objects.get()
    assert (task.kind, task.due_on, task.owner) == (CareTask.LATE_CALL, TODAY, None)
    assert task.institution == row.case.institution


def test_whoever_gave_the_care_makes_the_late_call():
    row = late_call()
    cared_for_at_kenanga(row.case, until=TODAY)

    sweep_late(at=AT)

    assert CaseTask.objects.get().institution == people.kenanga()


def cared_for_at_kenanga(case, *, until):
    """Its people see the file until a day (docs/decisions/0003-shares.md)."""
    case.care_institution = people.kenanga()
    case.save()
    ShareFactory(client=case.client, ends_on=until)


def test_once_the_file_has_run_out_for_them_the_late_call_is_work_of_whoever_keeps_it():
    row = late_call()
    cared_for_at_kenanga(row.case, until=TODAY - DAY)

    sweep_late(at=AT)

    assert CaseTask.objects.get().institution == row.case.institution


def test_a_late_call_that_is_theirs_goes_to_the_keeper_when_the_file_runs_out():
    row = late_call()
    cared_for_at_kenanga(row.case, until=TODAY)
    sweep_late(at=AT)

    sweep_late(at=AT + DAY)

    assert CaseTask.objects.open().get().institution == row.case.institution


@pytest.mark.parametrize(("until", "caller"), [(TODAY, people.citra), (TODAY - DAY, people.ani)])
def test_calls_go_back_to_the_lead_once_the_file_has_run_out_for_who_makes_them(until, caller):
    case = FollowUpFactory(due_on=TODAY + DAY).case
    cared_for_at_kenanga(case, until=until)
    AftercarePlanFactory(case=case, contact_by=people.citra())

    sweep_late(at=AT)

    assert AftercarePlan.objects.get().contact_by == caller()
    assert Wait.objects.get(kind="step").person == caller()


@pytest.mark.parametrize(("until", "caller"), [(TODAY, people.citra), (TODAY - DAY, people.ani)])
def test_so_they_do_at_once_for_somebody_who_was_lost_and_is_found(until, caller):
    lost = {"status": CaseStatus.CLOSED, "close_reason": CloseReason.LOST, "closed_on": TODAY}
    case = CaseFactory(in_aftercare=True, service_ended_on=ENDED, **lost)
    cared_for_at_kenanga(case, until=until)
    AftercarePlanFactory(case=case, contact_by=people.citra())
    heard = Contact(TODAY, Channel.PHONE, ContactOutcome.WELL, "Datang sendiri.")

    record_unplanned(case=case, contact=heard, actor=people.ani(), at=AT)

    assert AftercarePlan.objects.get().contact_by == caller()


def test_that_calls_went_back_is_told_once():
    case = FollowUpFactory(due_on=TODAY + DAY).case
    AftercarePlanFactory(case=case, contact_by=people.citra())

    sweep_late(at=AT)
    sweep_late(at=AT + DAY)

    assert case.events.get().kind == CareEvent.AFTERCARE_CHANGED


def test_swept_again_it_is_the_same_work():
    late_call()

    sweep_late(at=AT)
    sweep_late(at=AT + DAY)

    assert work() == [(CareTask.LATE_CALL, TODAY)]


def test_a_call_inside_its_window_is_not_late():
    FollowUpFactory(due_on=TODAY - 7 * DAY)

    assert sweep_late(at=AT) == 0


def test_a_contact_does_the_work():
    row = late_call()
    sweep_late(at=AT)

    told = Contact(TODAY, "phone", "well", "Baik.")
    record_contact(follow_up=row, contact=told, actor=people.ani(), at=AT)

    assert work() == []


def test_work_of_what_is_late_no_more_is_settled():
    late_call()
    sweep_late(at=AT)
    FollowUp.objects.update(status="cancelled", closed_on=TODAY)

    sweep_late(at=AT + DAY)

    assert work() == []


def test_a_triage_that_is_late_is_work_too():
    CaseFactory(
        status=CaseStatus.MEDICAL_FIRST, next_step=NextStep.RETRIAGE, next_due_on=TODAY - DAY
    )

    sweep_late(at=AT)

    assert work() == [(CareTask.LATE_TRIAGE, TODAY)]


def test_once_it_is_held_nothing_is_left_to_do():
    case = CaseFactory(
        status=CaseStatus.MEDICAL_FIRST, next_step=NextStep.RETRIAGE, next_due_on=TODAY - DAY
    )
    sweep_late(at=AT)
    case.next_step = NextStep.FINISH_SCREENING
    case.save()

    sweep_late(at=AT)

    assert work() == []
