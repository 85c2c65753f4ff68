import datetime as dt

import pytest

from care.aftercare.facts import Sentence
from care.aftercare.services.following_up import Contact, record_contact
from care.aftercare.services.imprisoning import begin_after_prison, record_imprisonment, release
from care.enums import Channel, ContactOutcome, FollowUpStatus
from care.models import Imprisonment
from clients.enums import CaseStatus, CloseReason, NextStep, ReentryReason
from clients.facts import Agreed
from clients.models import Case, Wait
from clients.services.consent import give_consent, withdraw_consent
from common.errors import DomainError
from tests import people
from tests.care.factories import ENDED, plan_aftercare
from tests.screening.factories import consenting_case


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
BEGAN = ENDED + 9 * DAY
RELEASE = BEGAN + 200 * DAY


@pytest.fixture
def case():
    case = consenting_case(in_aftercare=True)
    plan_aftercare(case)
    return case


def by(on=BEGAN):
    return {"actor": people.ani(), "at": dt.datetime.combine(on, dt.time(3), dt.UTC)}


def imprisoned(case, release_on=RELEASE):
    sentence = Sentence(BEGAN, "Lapas Cibinong", "Pak Joko", release_on)
    return record_imprisonment(case=case, sentence=sentence, **by())


def points(case) -> dict[str, dt.date]:
    return dict(case.follow_ups.planned().values_list("milestone", "due_on"))


def call(case, milestone, outcome, on):
    row = case.follow_ups.get(milestone=milestone)
    told = Contact(on, Channel.BAPAS, outcome, "Kabar dari Bapas.")
    return record_contact(follow_up=row, contact=told, **by(on))


def test_the_usual_calls_are_off_and_the_prison_is_called_instead(case):
    imprisoned(case)

    assert points(case) == {"P1": BEGAN + 30 * DAY, "R1": RELEASE}


def test_a_contact_that_tells_of_prison_begins_it(case):
    call(case, "W1", ContactOutcome.PRISON, BEGAN)

    assert Imprisonment.objects.running().get().case == case
    assert points(case) == {"P1": BEGAN + 30 * DAY}


def test_what_is_learnt_later_is_written_over(case):
    imprisoned(case, release_on=None)

    imprisoned(case)

    assert Imprisonment.objects.get().release_on == RELEASE
    assert points(case)["R1"] == RELEASE


def test_another_day_of_release_takes_the_place_of_the_first(case):
    imprisoned(case)

    imprisoned(case, release_on=RELEASE + 30 * DAY)

    assert points(case) == {"P1": BEGAN + 30 * DAY, "R2": RELEASE + 30 * DAY}


def test_while_the_sentence_runs_one_contact_follows_the_other(case):
    imprisoned(case)
    on = BEGAN + 28 * DAY

    call(case, "P1", ContactOutcome.WELL, on)

    assert points(case) == {"P2": on + 90 * DAY, "R1": RELEASE}


def test_out_of_prison_somebody_is_called_within_seventy_two_hours(case):
    row = imprisoned(case)

    release(imprisonment=row, on=RELEASE, **by(RELEASE))

    assert points(case)["X1"] == RELEASE + 3 * DAY
    assert "P1" not in points(case)
    assert {"M9", "M12", "M18", "M24"} < points(case).keys()
    assert "M2" not in points(case)
    assert case.follow_ups.get(milestone="M2").status == FollowUpStatus.CANCELLED


def test_a_call_on_the_day_of_release_frees_them_too(case):
    imprisoned(case)

    call(case, "R1", ContactOutcome.WELL, RELEASE)

    assert Imprisonment.objects.get().ended_on == RELEASE
    assert points(case)["X1"] == RELEASE + 3 * DAY


def test_out_of_prison_a_new_episode_names_why(case):
    row = imprisoned(case)

    new = begin_after_prison(imprisonment=row, note="Ingin pulih.", **by(RELEASE))

    case.refresh_from_db()
    assert (case.status, case.close_reason) == (CaseStatus.CLOSED, CloseReason.PRISON)
    assert (new.reentry_of, new.reentry_reason) == (case, ReentryReason.RELEASED)
    assert Case.objects.get(is_current=True).status == CaseStatus.SCREENING


def test_nobody_comes_out_before_they_went_in(case):
    row = imprisoned(case)

    with pytest.raises(DomainError) as refused:
        release(imprisonment=row, on=BEGAN - DAY, **by(RELEASE))

    assert refused.value.code == "too_early"


def test_nobody_comes_out_twice(case):
    row = imprisoned(case)
    release(imprisonment=row, on=RELEASE, **by(RELEASE))

    with pytest.raises(DomainError) as refused:
        release(imprisonment=row, on=RELEASE, **by(RELEASE))

    assert refused.value.code == "wrong_status"


def taken_back(case, on):
    withdraw_consent(case=case, asked_by="self", on=on, note="Lewat telepon.", **by(on))


def given_again(case, on):
    give_consent(case=Case.objects.get(), agreed=Agreed("self", "written", on), **by(on))


def test_with_consent_again_the_prison_is_called_though_its_day_went_by(case):
    imprisoned(case, release_on=None)
    taken_back(case, BEGAN + DAY)
    again = BEGAN + 60 * DAY

    given_again(case, again)

    assert points(case) == {"P2": again + 30 * DAY}
    now = Case.objects.get()
    assert (now.next_step, now.next_due_on) == ("follow_up", again + 30 * DAY)


def test_with_consent_again_what_was_still_to_come_is_planned_once(case):
    imprisoned(case)
    taken_back(case, BEGAN + DAY)

    given_again(case, BEGAN + 2 * DAY)

    assert points(case) == {"P1": BEGAN + 30 * DAY, "R1": RELEASE}


def test_who_came_out_without_consent_is_looked_for_once_it_is_there_again(case):
    imprisoned(case)
    taken_back(case, BEGAN + DAY)
    again = RELEASE + 5 * DAY

    given_again(case, again)

    assert points(case) == {"P2": again + 30 * DAY, "R2": again}


def test_an_unknown_day_of_release_is_asked_for(case):
    row = imprisoned(case, release_on=None)
    waits = Wait.objects.filter(kind="release_day")
    assert (waits.get().row_id, waits.get().due_on) == (row.pk, BEGAN + 7 * DAY)

    taken_back(case, BEGAN + DAY)
    assert not waits.exists()

    given_again(case, BEGAN + 2 * DAY)
    assert waits.exists()

    imprisoned(case)
    assert not waits.exists()


def test_who_was_heard_of_in_prison_is_asked_for_the_day_of_release_again_with_the_next_call(case):
    """On remand, or for life: nobody there knows the day, and asking in vain is an asking too."""
    imprisoned(case, release_on=None)
    asked_on = BEGAN + 28 * DAY

    call(case, "P1", ContactOutcome.WELL, asked_on)

    wait = Wait.objects.get(kind="release_day")
    next_call = points(case)["P2"]
    assert (wait.due_on, wait.late_from) == (next_call, next_call + DAY)
    shown = [wait in Wait.objects.on(day) for day in (asked_on + DAY, next_call)]
    assert shown == [False, True]


def test_without_consent_prison_is_written_down_and_nobody_is_called(case):
    taken_back(case, BEGAN)

    imprisoned(case)

    now = Case.objects.get()
    assert Imprisonment.objects.running().get().release_on == RELEASE
    assert (points(case), now.next_step) == ({}, NextStep.CLOSE)


def test_without_consent_the_release_is_written_down_and_nobody_is_called(case):
    row = imprisoned(case)
    taken_back(case, BEGAN + DAY)

    release(imprisonment=row, on=RELEASE, **by(RELEASE))

    assert not Imprisonment.objects.running().exists()
    assert (points(case), Case.objects.get().next_step) == ({}, NextStep.CLOSE)


def test_who_was_set_free_without_consent_is_called_soon_once_it_is_there_again(case):
    row = imprisoned(case)
    taken_back(case, BEGAN + DAY)
    release(imprisonment=row, on=RELEASE, **by(RELEASE))
    again = RELEASE + 2 * DAY

    given_again(case, again)

    assert points(case)["X1"] == again + 3 * DAY
    assert {"M9", "M12", "M18", "M24"} < points(case).keys()


def test_nobody_who_is_free_gets_calls_of_the_prison_with_consent_again(case):
    row = imprisoned(case)
    taken_back(case, BEGAN + DAY)
    release(imprisonment=row, on=BEGAN + DAY, **by(BEGAN + DAY))

    given_again(case, BEGAN + 2 * DAY)

    assert not {code for code in points(case) if code[0] in "PR"}
