"""Two people act on one placement, one case or one institution: the rows are always whole, and nobody waits for good."""

import datetime as dt
from dataclasses import replace

import pytest

from care.aftercare.services.following_up import Contact, record_contact
from care.ending.services.ending import end_placement
from care.enums import EndReason, PlacementStatus
from care.models import FollowUpContact, Placement
from care.placement.selectors.places import occupancy
from care.placement.services.answering import (
    accept_placement,
    decline_placement,
    withdraw_placement,
)
from care.placement.services.requesting import request_placement
from care.placement.services.starting import start_placement
from care.placement.services.stays import Ending
from clients.enums import CaseStatus, NextStep
from clients.models import Case, Share
from clients.services.cases import close_case
from partners.facts import Coverage, InstitutionFacts
from partners.models import Agreement, Institution
from partners.services import edit_institution, terminate_agreement
from tests import people
from tests.care.ending.gate import open_gate
from tests.care.factories import ENDED, FollowUpFactory, PlacementFactory
from tests.care.papers import with_papers
from tests.clients.factories import CaseFactory
from tests.races import DONE, together, while_waiting


pytestmark = pytest.mark.django_db(transaction=True)
AT = dt.datetime(2026, 10, 20, 2, tzinfo=dt.UTC)
TODAY = dt.date(2026, 10, 20)
TIMES = range(3)


def accept(placement):
    return lambda: accept_placement(
        placement=placement, note="", worker=None, actor=people.eko(), at=AT
    )


def decline(placement):
    return lambda: decline_placement(
        placement=placement, reason="full", note="", actor=people.eko(), at=AT
    )


def withdraw(placement):
    return lambda: withdraw_placement(
        placement=placement, note="Keluarga berubah pikiran.", actor=people.ani(), at=AT
    )


def end(placement, reason=EndReason.GOALS_MET):
    ending = Ending(on=TODAY, reason=reason, note="Tujuan tercapai.")
    open_gate(placement, ending)
    return lambda: end_placement(placement=placement, ending=ending, actor=people.eko(), at=AT)


def start(placement):
    with_papers(placement.case)
    return lambda: start_placement(
        placement=placement, starts_on=TODAY, planned_end_on=None, actor=people.eko(), at=AT
    )


def close(case):
    return lambda: close_case(
        case=case, reason="withdrew", note="Menolak layanan.", actor=people.ani(), at=AT
    )


@pytest.fixture
def asked():
    people.eko()
    placement = PlacementFactory()
    Case.objects.filter(pk=placement.case_id).update(next_step=NextStep.AWAIT_ANSWER)
    return placement


@pytest.mark.parametrize("_time", TIMES)
def test_accepting_and_declining_one_request_has_one_winner(asked, _time):
    answers = together(accept(asked), decline(asked))

    assert sorted(answers) == [DONE, "wrong_status"]
    assert asked.case.events.count() == 1


@pytest.mark.parametrize("_time", TIMES)
def test_of_two_who_accept_one_is_told_so(asked, _time):
    assert sorted(together(accept(asked), accept(asked))) == [DONE, "wrong_status"]


@pytest.mark.parametrize("_time", TIMES)
def test_a_request_taken_back_while_it_is_accepted_holds_no_place(asked, _time):
    """An accepted place may be given back, so withdrawing always stands at the end."""
    accepted, withdrawn = together(accept(asked), withdraw(asked))

    placement, case = Placement.objects.get(), Case.objects.get()
    assert withdrawn == DONE
    assert accepted in {DONE, "wrong_status"}
    assert placement.status == PlacementStatus.WITHDRAWN
    assert (case.next_step, case.care_institution) == (NextStep.REQUEST_PLACEMENT, None)
    assert not Share.objects.live().exists()


@pytest.mark.parametrize("_time", TIMES)
def test_a_case_that_is_closed_while_its_request_is_accepted_holds_no_place(asked, _time):
    accepted, closed = together(accept(asked), close(asked.case))

    assert (accepted in {DONE, "wrong_status"}, closed) == (True, DONE)
    assert Case.objects.get().status == CaseStatus.CLOSED
    assert Placement.objects.get().status == PlacementStatus.WITHDRAWN


def test_a_case_closed_after_its_request_was_taken_back_cannot_be_accepted(asked):
    def take_back_and_close():
        withdraw(asked)()
        close(asked.case)()

    with while_waiting(take_back_and_close, accept(asked)) as answer:
        pass

    assert answer.result() == "wrong_status"
    assert Case.objects.get().status == CaseStatus.CLOSED
    assert not Placement.objects.holding_a_place().exists()


def test_nothing_is_requested_for_a_case_that_is_being_closed():
    case = CaseFactory(to_place=True)
    kenanga = people.kenanga()

    def request():
        request_placement(case=case, institution=kenanga, note="", actor=people.ani(), at=AT)

    with while_waiting(close(case), request) as answer:
        pass

    assert answer.result() == "wrong_status"
    assert not Placement.objects.exists()


def test_of_two_requests_for_one_case_one_is_told_of_the_other():
    case = with_papers(CaseFactory(to_place=True))
    kenanga, melati = people.kenanga(), people.melati()

    def request(institution):
        return lambda: request_placement(
            case=case, institution=institution, note="", actor=people.ani(), at=AT
        )

    assert sorted(together(request(kenanga), request(melati))) == ["already_requested", DONE]
    assert Placement.objects.count() == 1


@pytest.mark.parametrize("_time", TIMES)
def test_care_ends_once(_time):
    people.eko()
    placement = PlacementFactory(active=True)

    answers = together(end(placement), end(placement, EndReason.DIED))

    assert sorted(answers) == [DONE, "wrong_status"]
    placement.refresh_from_db()
    case = Case.objects.get()
    assert (case.status == CaseStatus.CLOSED) == (placement.end_reason == EndReason.DIED)
    assert case.follow_ups.count() == (0 if placement.end_reason == EndReason.DIED else 10)


@pytest.mark.parametrize("_time", TIMES)
def test_starting_and_taking_back_has_one_winner(_time):
    people.eko()
    placement = PlacementFactory(accepted=True)

    assert sorted(together(start(placement), withdraw(placement))) == [DONE, "wrong_status"]


def test_nobody_is_accepted_on_an_agreement_that_has_been_ended(asked):
    agreement = Agreement.objects.get(institution=asked.institution)
    terminate_agreement(
        agreement=agreement, on=TODAY, reason="Pelanggaran.", actor=people.fitri(), at=AT
    )

    assert together(accept(asked)) == ["agreement_terminated"]


@pytest.mark.parametrize("_time", TIMES)
def test_ending_an_agreement_while_a_request_is_accepted_blocks_nobody(asked, _time):
    agreement = Agreement.objects.get(institution=asked.institution)

    accepted, ended = together(
        accept(asked),
        lambda: terminate_agreement(
            agreement=agreement, on=TODAY, reason="Pelanggaran.", actor=people.fitri(), at=AT
        ),
    )

    assert ended == DONE
    assert accepted in {DONE, "agreement_terminated"}


def fewer_places(institution, capacity):
    known = {name: getattr(institution, name) for name in InstitutionFacts.__slots__}
    facts = replace(InstitutionFacts(**known), capacity=capacity)
    return lambda: edit_institution(
        institution=institution,
        facts=facts,
        coverage=Coverage(),
        version=1,
        actor=people.fitri(),
        at=AT,
    )


def test_a_place_that_is_being_taken_away_cannot_be_given(asked):
    with while_waiting(fewer_places(asked.institution, 0), accept(asked)) as answer:
        pass

    assert answer.result() == "full"
    assert not Placement.objects.holding_a_place().exists()


def test_fewer_places_than_people_give_no_place_and_no_negative_number(asked):
    for _number in range(2):
        PlacementFactory(active=True)
    fewer_places(asked.institution, 1)()

    assert together(accept(asked)) == ["full"]
    assert occupancy(Institution.objects.get(pk=asked.institution_id)).free == 0


def test_one_call_told_twice_at_once_is_recorded_once():
    case = CaseFactory(in_aftercare=True)
    follow_up = FollowUpFactory(case=case)
    contact = Contact(on=ENDED + dt.timedelta(days=7), channel="phone", outcome="no_answer")

    def record():
        record_contact(follow_up=follow_up, contact=contact, actor=people.ani(), at=AT)

    assert sorted(together(record, record)) == [DONE, "repeated"]
    assert FollowUpContact.objects.count() == 1
