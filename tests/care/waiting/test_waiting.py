"""The waiting list: who comes next, and what is done for those who wait."""

import datetime as dt
from collections import Counter

import pytest
from django.db.models import F

from care.enums import CareTask, EndReason, QueueExit, WaitingStatus
from care.event_kinds import CareEvent
from care.placement.services.answering import accept_placement, decline_placement
from care.placement.services.stays import Ending
from care.waiting import selectors as queue
from care.waiting.services import (
    Wait,
    change_interim,
    enter_queue,
    leave_queue,
    record_waiting_contact,
)
from care.waiting.sweeping import sweep
from clients.enums import CaseStatus, NextStep, TaskStatus
from clients.models import CaseTask
from clients.services.cases import close_case
from common.errors import DomainError
from partners.models import Institution
from tests import people
from tests.care.ending.gate import end_through_gate
from tests.care.factories import PlacementFactory
from tests.care.papers import request_placement
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import CaseFactory, ConsentFactory
from tests.partners.factories import InstitutionFactory


pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 6, 10)


def on(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(2), dt.UTC)


def after(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def swept(day: dt.date) -> Counter:
    return +sweep(at=on(day))


@pytest.fixture
def case():
    case = CaseFactory(to_place=True)
    ConsentFactory(client=case.client)
    return case


@pytest.fixture
def full():
    """Kenanga has one place, and somebody is in it."""
    Institution.objects.filter(pk=people.kenanga().pk).update(capacity=1)
    people.eko()
    return PlacementFactory(active=True)


def leave_place(stay):
    ending = Ending(DAY, EndReason.GOALS_MET, "")
    end_through_gate(placement=stay, ending=ending, actor=people.eko(), at=on(DAY))


def wait(case, **facts):
    facts = {"institution": people.kenanga(), "interim_services": ("C4b",)} | facts
    return enter_queue(case=case, wait=Wait(**facts), actor=people.ani(), at=on(DAY))


def request(case, institution, day=DAY):
    return request_placement(
        case=case, institution=institution, note="", actor=people.ani(), at=on(day)
    )


def test_whoever_waits_is_called_within_a_week(case, full):
    wait(case)

    case.refresh_from_db()
    task = CaseTask.objects.get()
    assert (task.kind, task.due_on, task.owner) == (
        CareTask.WAITING_CONTACT,
        after(7),
        people.ani(),
    )
    assert (case.next_step, case.next_due_on) == (NextStep.REQUEST_PLACEMENT, after(7))
    assert case.events.get().kind == CareEvent.WAITING_STARTED


def test_nobody_waits_for_a_place_that_is_free(case):
    with pytest.raises(DomainError) as refused:
        wait(case)

    assert refused.value.code == "has_room"


def test_nobody_waits_where_they_would_not_be_taken(case, full):
    Institution.objects.update(takes_male=False)

    with pytest.raises(DomainError) as refused:
        wait(case)

    assert refused.value.code == "sex_age"


def test_a_case_stands_in_one_queue(case, full):
    wait(case)

    with pytest.raises(DomainError) as refused:
        wait(case, institution=None)

    assert refused.value.code == "already_waiting"


def test_nobody_is_left_alone_while_waiting(case, full):
    with pytest.raises(DomainError) as refused:
        wait(case, interim_services=())

    assert refused.value.code == "no_interim"


def test_a_contact_settles_its_task_and_makes_the_next(case, full):
    entry = wait(case)

    record_waiting_contact(
        entry=entry, on=after(5), note="Sehat.", actor=people.ani(), at=on(after(6))
    )

    statuses = list(CaseTask.objects.order_by("pk").values_list("status", "due_on"))
    assert statuses == [(TaskStatus.DONE, after(7)), (TaskStatus.OPEN, after(12))]
    assert case.events.filter(kind=CareEvent.WAITING_CONTACT).get().note == "Sehat."


@pytest.mark.parametrize("day", [after(-1), after(3)])
def test_a_contact_lies_between_the_first_day_and_today(case, full, day):
    entry = wait(case)

    with pytest.raises(DomainError) as refused:
        record_waiting_contact(entry=entry, on=day, note="", actor=people.ani(), at=on(after(2)))

    assert refused.value.code == "contact_out_of_range"


def test_the_position_counts_by_risk_and_then_by_time():
    low = WaitingEntryFactory(case__risk="low")
    late = WaitingEntryFactory(case__risk="high", queued_at=on(after(2)))
    early = WaitingEntryFactory(case__risk="high", queued_at=on(after(1)))
    WaitingEntryFactory(institution=None)

    places = {entry.pk: entry.place.position for entry in queue.entries(people.budi())}
    assert [places[early.pk], places[late.pk], places[low.pk]] == [1, 2, 3]
    assert queue.waiting_for(people.kenanga()) == 3


def test_the_view_of_positions_and_the_order_of_the_queue_agree():
    for risk in ("low", "high", "moderate", "high", "low"):
        WaitingEntryFactory(case__risk=risk)

    assert [e.place.position for e in queue.entries(people.budi())] == [1, 2, 3, 4, 5]


def test_a_place_that_becomes_free_is_told_to_the_first(full):
    second, first = WaitingEntryFactory(case__risk="moderate"), WaitingEntryFactory()
    assert not swept(DAY)
    leave_place(full)

    assert swept(DAY) == {"offer_place": 1}
    assert not swept(DAY)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == (WaitingStatus.OFFERED, WaitingStatus.WAITING)
    task = CaseTask.objects.get(kind=CareTask.TAKE_OFFER)
    assert (task.case, task.owner) == (first.case, people.ani())


def test_nobody_is_placed_by_the_system(full):
    entry = WaitingEntryFactory()
    leave_place(full)
    swept(DAY)

    assert not entry.case.placements.exists()


def test_a_raised_capacity_is_offered_too(full):
    WaitingEntryFactory()
    Institution.objects.filter(pk=full.institution_id).update(capacity=F("capacity") + 1)

    assert swept(DAY) == {"offer_place": 1}


def test_an_offer_not_taken_goes_to_the_next_of_the_same_risk(full):
    first, second = WaitingEntryFactory(), WaitingEntryFactory()
    leave_place(full)
    swept(DAY)

    assert swept(after(2)) == {"pass_offer_on": 1, "offer_place": 1}
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == (WaitingStatus.WAITING, WaitingStatus.OFFERED)
    assert (second.place.position, first.place.position) == (1, 2)


def test_who_let_a_place_go_by_is_left_in_peace_for_a_week(full):
    WaitingEntryFactory()
    leave_place(full)
    swept(DAY)

    assert swept(after(2)) == {"pass_offer_on": 1}
    assert not swept(after(8))
    assert swept(after(9)) == {"offer_place": 1}


def test_an_offer_that_is_taken_up_keeps_its_position_until_the_answer(case, full):
    entry = wait(case)
    leave_place(full)
    swept(DAY)

    placement = request(case, people.kenanga())

    entry.refresh_from_db()
    assert entry.status == WaitingStatus.WAITING
    assert not CaseTask.objects.filter(kind=CareTask.TAKE_OFFER, status=TaskStatus.OPEN).exists()
    decline_placement(
        placement=placement, reason="medical", note="", actor=people.eko(), at=on(DAY)
    )
    entry.refresh_from_db()
    assert entry.queued_at == on(DAY)


def test_who_was_turned_down_is_not_offered_the_same_place_again(case, full):
    wait(case)
    leave_place(full)
    swept(DAY)
    placement = request(case, people.kenanga())
    decline_placement(
        placement=placement, reason="medical", note="", actor=people.eko(), at=on(DAY)
    )

    assert not swept(DAY)


def test_who_is_accepted_has_left_the_queue(case, full):
    entry = wait(case)
    leave_place(full)
    placement = request(case, people.kenanga())
    accept_placement(placement=placement, note="", worker=None, actor=people.eko(), at=on(DAY))

    entry.refresh_from_db()
    assert (entry.status, entry.leave_reason) == (WaitingStatus.LEFT, QueueExit.PLACED)
    assert not CaseTask.objects.filter(status=TaskStatus.OPEN).exists()


def test_two_who_wait_are_told_of_two_places_and_not_of_one(full):
    WaitingEntryFactory.create_batch(3)
    Institution.objects.filter(pk=full.institution_id).update(capacity=3)

    assert swept(DAY) == {"offer_place": 2}
    assert not swept(DAY)


def test_who_waits_for_any_place_is_told_of_one_in_the_province_only(full):
    home = InstitutionFactory(with_agreement=True)
    WaitingEntryFactory(institution=None, province=full.institution.regency.province)
    entry = WaitingEntryFactory(institution=None, province=home.regency.province)

    swept(DAY)

    entry.refresh_from_db()
    assert entry.offered_institution == home


def test_the_queue_ends_with_the_case(case, full):
    entry = wait(case)
    close_case(case=case, reason="withdrew", note="Menolak.", actor=people.ani(), at=on(DAY))

    entry.refresh_from_db()
    assert entry.leave_reason == QueueExit.CLOSED
    assert swept(DAY) == {}


def test_leaving_by_hand_says_why_and_looks_for_another_way(case, full):
    entry = wait(case)

    leave_queue(
        entry=entry, reason="refused", note="Ingin di rumah.", actor=people.ani(), at=on(after(1))
    )

    case.refresh_from_db()
    assert case.next_due_on == after(1)
    assert not CaseTask.objects.filter(status=TaskStatus.OPEN).exists()
    with pytest.raises(DomainError):
        leave_queue(entry=entry, reason="refused", note="", actor=people.ani(), at=on(after(1)))


def test_a_reason_that_only_the_system_gives_is_no_choice(case, full):
    entry = wait(case)

    with pytest.raises(DomainError) as refused:
        leave_queue(entry=entry, reason="placed", note="", actor=people.ani(), at=on(DAY))

    assert refused.value.code == "no_reason"


def test_the_interim_service_may_change(case, full):
    entry = wait(case)

    change_interim(
        entry=entry,
        interim_services=("K4",),
        interim_provider="LKS Bina",
        actor=people.ani(),
        at=on(DAY),
    )

    entry.refresh_from_db()
    assert (entry.interim_services, entry.interim_provider) == (["K4"], "LKS Bina")


def test_an_entry_of_a_closed_case_holds_no_position():
    WaitingEntryFactory()
    gone = WaitingEntryFactory(case__status=CaseStatus.DECISION)

    assert not queue.entries(people.budi()).filter(pk=gone.pk).exists()
    assert queue.waiting_for(people.kenanga()) == 1
