import datetime as dt

import pytest

from care.aftercare.services.following_up import Contact, record_contact
from care.enums import Channel, ContactOutcome, FollowUpStatus
from care.event_kinds import CareEvent
from care.models import FollowUp, FollowUpContact, Relapse
from clients.enums import CaseStatus, CloseReason, NextStep
from clients.models import Case
from common.errors import DomainError
from tests import people
from tests.care.factories import ENDED, FollowUpFactory, plan_aftercare
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
TODAY = ENDED + 9 * DAY
AT = dt.datetime.combine(TODAY, dt.time(3), dt.UTC)


@pytest.fixture
def plan():
    return plan_aftercare(CaseFactory(in_aftercare=True))


def call(follow_up, outcome=ContactOutcome.WELL, on=TODAY, channel=Channel.PHONE, note=""):
    contact = Contact(on=on, channel=channel, outcome=outcome, note=note)
    return record_contact(follow_up=follow_up, contact=contact, actor=people.ani(), at=AT)


@pytest.mark.parametrize("outcome", [ContactOutcome.WELL, ContactOutcome.MOVED])
def test_a_person_reached_closes_the_milestone_and_the_next_one_is_due(plan, outcome):
    first = call(plan[0], outcome)

    case = Case.objects.get()
    assert (first.status, first.closed_on) == (FollowUpStatus.REACHED, TODAY)
    assert (case.next_step, case.next_due_on) == (NextStep.FOLLOW_UP, plan[1].due_on)


def test_a_contact_leaves_one_line_in_the_timeline(plan):
    call(plan[0], note="Bekerja di bengkel.")

    event = Case.objects.get().events.get()
    assert event.kind == CareEvent.FOLLOW_UP
    assert event.title == "Minggu 1, Telepon: Terhubung, keadaan baik"
    assert event.note == "Bekerja di bengkel."


def test_a_milestone_not_answered_stays_open_until_three_days_and_two_channels(plan):
    call(plan[0], ContactOutcome.NO_ANSWER, on=TODAY - 2 * DAY)
    call(plan[0], ContactOutcome.NO_ANSWER, on=TODAY - DAY)
    assert FollowUp.objects.get(milestone="W1").status == FollowUpStatus.PLANNED

    call(plan[0], ContactOutcome.NO_ANSWER, on=TODAY, channel=Channel.VISIT)

    assert FollowUp.objects.get(milestone="W1").status == FollowUpStatus.NOT_REACHED
    assert Case.objects.get().next_due_on == plan[1].due_on


def test_an_overdue_milestone_stays_the_next_step_until_it_is_recorded(plan):
    call(plan[1])

    assert Case.objects.get().next_due_on == plan[0].due_on


def test_a_relapse_asks_for_another_contact_within_seventy_two_hours(plan):
    call(plan[0], note="Baik.")
    call(plan[1], ContactOutcome.RELAPSE, note="Memakai lagi dua kali.")

    extra = FollowUp.objects.get(milestone="X1")
    case = Case.objects.get()
    assert extra.due_on == TODAY + 3 * DAY
    assert (case.next_step, case.next_due_on) == (NextStep.FOLLOW_UP, extra.due_on)
    assert "Kambuh dilaporkan" in case.events.newest_first()[0].words


def test_a_relapse_that_is_told_in_a_contact_is_named_on_the_file(plan):
    call(plan[0], ContactOutcome.RELAPSE, note="Memakai lagi.")

    relapse = Relapse.objects.get()
    assert (relapse.on, relapse.words, relapse.status) == (TODAY, "Memakai lagi.", "named")


def test_told_again_it_is_the_same_relapse(plan):
    call(plan[0], ContactOutcome.RELAPSE, note="Memakai lagi.")
    call(plan[1], ContactOutcome.RELAPSE, note="Masih memakai.")

    assert Relapse.objects.count() == 1


def test_one_extra_contact_waits_at_a_time(plan):
    call(plan[0], ContactOutcome.RELAPSE, note="Memakai lagi.")
    call(plan[1], ContactOutcome.RELAPSE, note="Masih memakai.")

    assert FollowUp.objects.filter(milestone__startswith="X").count() == 1


def test_a_relapse_told_at_the_extra_contact_asks_for_one_more(plan):
    call(plan[0], ContactOutcome.RELAPSE, note="Memakai lagi.")
    call(FollowUp.objects.get(milestone="X1"), ContactOutcome.RELAPSE, note="Masih memakai.")

    assert FollowUp.objects.planned().filter(milestone="X2").exists()


@pytest.mark.parametrize("outcome", [ContactOutcome.NEEDS_HELP, ContactOutcome.RELAPSE])
def test_trouble_must_be_told_in_words(plan, outcome):
    with pytest.raises(DomainError) as refused:
        call(plan[0], outcome)

    assert refused.value.field == "note"
    assert not FollowUpContact.objects.exists()


def test_after_a_death_the_case_is_closed_and_the_rest_is_cancelled(plan):
    call(plan[0], ContactOutcome.DIED)

    case = Case.objects.get()
    assert (case.status, case.close_reason) == (CaseStatus.CLOSED, CloseReason.DIED)
    assert case.next_step == ""
    assert FollowUp.objects.filter(status=FollowUpStatus.CANCELLED).count() == 9
    assert case.events.count() == 1


def test_after_the_last_milestone_the_case_waits_to_be_closed():
    last = FollowUpFactory(milestone="M24", due_on=TODAY)

    call(last)

    case = Case.objects.get()
    assert (case.next_step, case.next_due_on) == (NextStep.CLOSE, TODAY + 14 * DAY)
    assert case.status == CaseStatus.AFTERCARE


@pytest.mark.parametrize("on", [TODAY + DAY, ENDED - DAY])
def test_a_contact_lies_between_the_end_of_care_and_today(plan, on):
    with pytest.raises(DomainError) as refused:
        call(plan[0], on=on)

    assert refused.value.field == "on"


def test_a_call_this_week_is_not_the_call_of_month_twenty_four(plan):
    with pytest.raises(DomainError) as refused:
        call(plan[-1])

    assert refused.value.code == "too_early"


def test_the_second_of_two_browsers_is_told_that_it_is_recorded(plan):
    call(plan[0])

    with pytest.raises(DomainError) as refused:
        call(plan[0], ContactOutcome.NO_ANSWER)

    assert refused.value.code == "wrong_status"
    assert FollowUpContact.objects.count() == 1


def test_a_form_sent_twice_counts_as_one_try(plan):
    call(plan[0], ContactOutcome.NO_ANSWER)

    with pytest.raises(DomainError) as refused:
        call(plan[0], ContactOutcome.NO_ANSWER)

    assert refused.value.code == "repeated"


def test_nobody_is_called_in_a_case_that_is_closed(plan):
    Case.objects.update(status=CaseStatus.CLOSED, closed_on=TODAY, close_reason=CloseReason.LOST)

    with pytest.raises(DomainError) as refused:
        call(plan[0])

    assert refused.value.code == "wrong_status"
