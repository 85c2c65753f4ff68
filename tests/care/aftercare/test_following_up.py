import datetime as dt

import pytest

from care.aftercare.ladder import Ladder
from care.aftercare.selectors.search import ladder_of
from care.aftercare.services.following_up import Contact, record_contact, record_unplanned
from care.aftercare.sweeping import sweep_passed
from care.enums import Channel, ContactOutcome, FollowUpStatus
from care.event_kinds import CareEvent
from care.models import FollowUp, FollowUpContact, Relapse
from clients.enums import CaseStatus, CloseReason, NextStep
from clients.models import Case
from clients.services.cases import close_case
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


def call(follow_up, outcome=ContactOutcome.WELL, on=TODAY, channel=Channel.PHONE, note="", when=AT):
    contact = Contact(on=on, channel=channel, outcome=outcome, note=note)
    return record_contact(follow_up=follow_up, contact=contact, actor=people.ani(), at=when)


def unplanned(outcome=ContactOutcome.WELL, on=TODAY, note="", when=AT):
    contact = Contact(on=on, channel=Channel.PHONE, outcome=outcome, note=note)
    case = Case.objects.get()
    return record_unplanned(case=case, contact=contact, actor=people.ani(), at=when)


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


def day(n):
    return ENDED + n * DAY


def at(n):
    return AT + (day(n) - TODAY)


def search(plan):
    """Three tries over two weeks, the last at the door; nobody is met."""
    for follow_up, on, channel in (
        (plan[0], 1, Channel.PHONE),
        (plan[0], 8, Channel.WHATSAPP),
        (plan[0], 15, Channel.VISIT),
    ):
        call(follow_up, ContactOutcome.NO_ANSWER, on=day(on), channel=channel, when=at(on))


def test_three_tries_on_three_days_running_leave_the_milestone_open(plan):
    for n, channel in ((1, Channel.PHONE), (2, Channel.PHONE), (3, Channel.GROUP)):
        call(plan[0], ContactOutcome.NO_ANSWER, on=day(n), channel=channel)

    assert FollowUp.objects.get(milestone="W1").status == FollowUpStatus.PLANNED


def test_after_two_weeks_and_three_channels_the_person_is_temporarily_not_found(plan):
    search(plan)

    case = Case.objects.get()
    assert FollowUp.objects.get(milestone="W1").status == FollowUpStatus.NOT_REACHED
    assert ladder_of(case).not_found_since == day(15)
    assert case.events.newest_first()[0].kind == CareEvent.NOT_FOUND
    assert case.next_due_on == plan[1].due_on


def test_a_word_from_the_person_ends_the_search(plan):
    search(plan)
    call(plan[1], on=day(16), when=at(16))

    assert ladder_of(Case.objects.get()) == Ladder(day(16))


def test_one_talk_closes_one_milestone(plan):
    """A-4: weeks 1 and 2 by one call."""
    call(plan[0])

    with pytest.raises(DomainError) as refused:
        call(plan[1])

    assert refused.value.code == "counted_already"
    assert "Minggu 1" in refused.value.message


@pytest.mark.parametrize(("milestone", "first"), [("W1", 0), ("W2", 7), ("W4", 21), ("M3", 78)])
def test_no_contact_before_its_time_stands_for_a_milestone(plan, milestone, first):
    """A-4: weeks 1, 2 and 4 could all be closed on the day care ended."""
    row = FollowUp.objects.get(milestone=milestone)
    with pytest.raises(DomainError) as refused:
        call(row, on=day(first - 1), when=at(first))
    assert refused.value.code == "too_early"

    assert call(row, on=day(first), when=at(first)).status == FollowUpStatus.REACHED


def test_a_call_eleven_months_late_is_kept_and_the_milestone_is_missed(plan):
    month_3 = FollowUp.objects.get(milestone="M3")

    late = call(month_3, on=month_3.due_on + 330 * DAY, when=at(430))

    assert late.status == FollowUpStatus.MISSED
    assert late.contacts.count() == 1


@pytest.mark.parametrize(("days", "off"), [(-10, -3), (-7, 0), (7, 0), (12, 5)])
def test_early_and_late_are_told_in_days(plan, days, off):
    month_3 = FollowUp.objects.get(milestone="M3")

    done = call(month_3, on=month_3.due_on + days * DAY, when=at(120))

    assert (done.status, done.days_off) == (FollowUpStatus.REACHED, off)


def test_a_contact_between_two_points_leaves_both_open(plan):
    unplanned(on=day(45), when=at(45))

    extra = FollowUp.objects.get(milestone="X1")
    assert (extra.status, extra.closed_on) == (FollowUpStatus.REACHED, day(45))
    assert FollowUp.objects.planned().count() == 10


def test_what_went_by_is_closed_in_the_morning_and_the_next_point_is_due(plan):
    call(plan[1], ContactOutcome.NO_ANSWER, on=day(10), when=at(10))

    assert sweep_passed(at=at(25)) == 2

    assert FollowUp.objects.get(milestone="W1").status == FollowUpStatus.MISSED
    assert FollowUp.objects.get(milestone="W2").status == FollowUpStatus.NOT_REACHED
    case = Case.objects.get()
    assert case.next_due_on == plan[2].due_on
    assert [event.kind for event in case.events.newest_first()][:2] == [
        CareEvent.FOLLOW_UP_MISSED
    ] * 2
    assert sweep_passed(at=at(25)) == 0


def give_up(n):
    return close_case(
        case=Case.objects.get(),
        reason=CloseReason.LOST,
        note="Tidak ditemukan.",
        actor=people.ani(),
        at=at(n),
    )


def test_nobody_is_lost_with_one_sentence(plan):
    """A-5: it could be written at any time."""
    with pytest.raises(DomainError) as refused:
        give_up(200)

    assert refused.value.field == "reason"
    assert "Kurang 3 upaya" in refused.value.message


def test_the_refusal_names_the_day_from_which_it_may_be(plan):
    search(plan)

    with pytest.raises(DomainError) as refused:
        give_up(89)

    assert "4 Jan 2027" in refused.value.message


def test_after_the_search_and_ninety_days_the_case_ends_as_lost(plan):
    search(plan)

    assert give_up(90).close_reason == CloseReason.LOST


def test_two_core_points_missed_shorten_the_wait(plan):
    search(plan)
    FollowUp.objects.filter(milestone__in=("W4", "M3")).update(
        status=FollowUpStatus.NOT_REACHED, closed_on=day(60)
    )

    assert give_up(60).close_reason == CloseReason.LOST


def test_who_is_found_again_goes_on_with_the_next_point(plan):
    search(plan)
    give_up(100)

    unplanned(ContactOutcome.NEEDS_HELP, on=day(130), note="Bekerja di kota lain.", when=at(130))

    case = Case.objects.get()
    assert (case.status, case.closed_on, case.close_reason) == (CaseStatus.AFTERCARE, None, "")
    assert case.events.newest_first()[0].kind == CareEvent.FOUND_AGAIN
    assert (case.next_step, case.next_due_on) == (NextStep.FOLLOW_UP, plan[5].due_on)
    assert FollowUp.objects.get(milestone="M3").status == FollowUpStatus.MISSED


def test_a_lost_case_is_not_opened_by_a_try_in_vain(plan):
    search(plan)
    give_up(100)

    with pytest.raises(DomainError) as refused:
        unplanned(ContactOutcome.NO_ANSWER, on=day(130), when=at(130))

    assert refused.value.code == "not_found"
    assert Case.objects.get().status == CaseStatus.CLOSED


def test_a_case_that_ended_otherwise_is_not_opened_by_a_contact(plan):
    Case.objects.update(status=CaseStatus.CLOSED, closed_on=TODAY, close_reason=CloseReason.MOVED)

    with pytest.raises(DomainError) as refused:
        unplanned()

    assert refused.value.code == "wrong_status"


def test_an_overdue_milestone_stays_the_next_step_until_it_is_recorded(plan):
    call(plan[1])

    assert Case.objects.get().next_due_on == plan[0].due_on


def test_a_relapse_asks_for_another_contact_within_seventy_two_hours(plan):
    call(plan[0], on=TODAY - DAY, note="Baik.")
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
    call(plan[0], ContactOutcome.RELAPSE, on=TODAY - DAY, note="Memakai lagi.")
    call(plan[1], ContactOutcome.RELAPSE, note="Masih memakai.")

    assert Relapse.objects.count() == 1


def test_one_extra_contact_waits_at_a_time(plan):
    call(plan[0], ContactOutcome.RELAPSE, on=TODAY - DAY, note="Memakai lagi.")
    call(plan[1], ContactOutcome.RELAPSE, note="Masih memakai.")

    assert FollowUp.objects.filter(milestone__startswith="X").count() == 1


def test_a_relapse_told_at_the_extra_contact_asks_for_one_more(plan):
    call(plan[0], ContactOutcome.RELAPSE, on=TODAY - DAY, note="Memakai lagi.")
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
