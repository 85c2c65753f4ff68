import datetime as dt

import pytest
from django.conf import settings

from accounts.scopes import scope_of
from care.enums import CareTask, EndReason, PlacementStatus, SupportStatus, TransferStatus
from care.event_kinds import CareEvent
from care.models import Placement, SupportingBase, Transfer
from care.placement.selectors.places import occupancy
from care.tasks import watch_arrivals
from care.transfer.services.arrivals import ask_after_arrivals
from care.transfer.services.journey import Departure, confirm_arrival, depart, report_missing
from clients.enums import CaseStatus, NextStep, TaskStatus
from clients.models import Case, CaseTask, Share
from clients.permissions import can_write
from common.errors import DomainError
from common.scope import acting
from partners.enums import CareBase
from tests import people
from tests.care.transfer_factories import DEPARTED, SupportingBaseFactory, TransferFactory
from tests.clients.factories import ConsentFactory


pytestmark = pytest.mark.django_db
ARRIVED = DEPARTED + dt.timedelta(days=1)
AT = dt.datetime(2026, 7, 2, 2, tzinfo=dt.UTC)


def days_later(days):
    return AT + dt.timedelta(days=days)


def leave(transfer, **facts):
    usual = {"on": DEPARTED, "contact_on": DEPARTED, "contact_note": "Ani dan Dewi."}
    return depart(
        transfer=transfer,
        departure=Departure(**{**usual, **facts}),
        actor=people.ani(),
        at=AT,
    )


def arrive(transfer, on=ARRIVED, at=AT):
    return confirm_arrival(
        transfer=transfer, arrived_on=on, note="Sehat.", actor=people.dewi(), at=at
    )


def refused(code, act):
    with pytest.raises(DomainError) as error:
        act()
    assert error.value.code == code


def test_the_departure_tells_who_spoke_with_whom():
    transfer = leave(TransferFactory(accepted=True))

    assert transfer.status == TransferStatus.TRAVELLING
    assert Transfer.objects.get().contact_note == "Ani dan Dewi."


def test_a_handover_is_warm_for_a_week():
    cold = DEPARTED - dt.timedelta(days=8)

    refused("not_warm", lambda: leave(TransferFactory(accepted=True), contact_on=cold))


def test_nobody_leaves_before_the_receiver_has_agreed():
    refused("wrong_status", lambda: leave(TransferFactory()))


def test_the_old_stay_ends_and_the_new_one_begins_on_the_same_day():
    transfer = TransferFactory(travelling=True)

    arrive(transfer)

    before, after = Placement.objects.order_by("pk")
    assert (before.status, before.ends_on) == (PlacementStatus.ENDED, ARRIVED)
    assert before.end_reason == EndReason.REFERRED
    assert (after.status, after.starts_on) == (PlacementStatus.ACTIVE, ARRIVED)
    assert after.institution == people.harapan()
    assert Transfer.objects.get().to_placement == after


def test_the_receiver_leads_from_arrival_on():
    arrive(TransferFactory(travelling=True))

    case = Case.objects.get()
    assert case.status == CaseStatus.IN_SERVICE
    assert (case.base, case.care_institution) == (CareBase.INSTITUTION, people.harapan())
    assert (case.next_step, case.next_due_on) == (NextStep.REVIEW, AT.date() + dt.timedelta(days=7))
    assert case.events.get().kind == CareEvent.TRANSFER_ARRIVED


def test_the_place_is_held_once_before_and_after_arrival():
    transfer = TransferFactory(travelling=True)
    assert occupancy(people.harapan()).taken == 1

    arrive(transfer)

    assert occupancy(people.harapan()).taken == 1
    assert occupancy(people.kenanga()).taken == 0


def test_arrival_is_not_before_departure():
    transfer = TransferFactory(travelling=True)

    refused("too_early", lambda: arrive(transfer, on=DEPARTED - dt.timedelta(days=1)))


def test_arrival_is_confirmed_once():
    transfer = TransferFactory(travelling=True)
    arrive(transfer)

    refused("wrong_status", lambda: arrive(transfer))

    assert Placement.objects.count() == 2


def test_without_consent_no_arrival_is_taken_down():
    transfer = TransferFactory(travelling=True)
    ConsentFactory(client=transfer.client, withdrawn_at=AT, withdrawn_by="self")

    refused("no_consent", lambda: arrive(transfer))


def test_the_sender_reads_the_file_for_a_month_and_no_longer_writes():
    transfer = TransferFactory(travelling=True)

    arrive(transfer)

    share = Share.objects.get(institution=people.kenanga())
    month = AT.date() + dt.timedelta(days=settings.TRANSFER_READ_DAYS)
    assert (share.read_only, share.ends_on) == (True, month)
    assert Transfer.objects.get().sender_reads_until == month


def test_the_receiver_narrows_the_senders_share_without_seeing_it():
    transfer = TransferFactory(travelling=True)

    with acting(scope_of(people.dewi())):
        assert not Share.objects.filter(institution=people.kenanga()).exists()
        arrive(transfer)

    assert Share.objects.get(institution=people.kenanga()).read_only
    assert not Share.objects.get(institution=people.harapan()).read_only


def test_the_receiver_still_writes_after_arrival():
    transfer = TransferFactory(travelling=True)

    arrive(transfer)

    assert can_write(people.dewi(), transfer.client.pk)


def test_who_keeps_the_file_needs_no_leave_to_read_it():
    transfer = TransferFactory(
        travelling=True, from_placement__institution=people.melati(), institution=people.harapan()
    )

    arrive(transfer)

    assert Transfer.objects.get().sender_reads_until is None
    assert can_write(people.ani(), transfer.client.pk)


def test_a_sender_who_goes_on_supporting_goes_on_writing():
    transfer = TransferFactory(travelling=True)
    SupportingBaseFactory(
        case=transfer.case,
        base=CareBase.BALAI,
        institution=people.kenanga(),
        agreed=True,
        shared=False,
    )

    arrive(transfer)

    assert not Share.objects.get(institution=people.kenanga()).read_only


def test_whoever_comes_to_lead_supports_no_more():
    transfer = TransferFactory(travelling=True)
    SupportingBaseFactory(case=transfer.case, agreed=True, shared=False)

    arrive(transfer)

    assert SupportingBase.objects.get().status == SupportStatus.ENDED


def test_the_family_takes_the_person_in():
    transfer = TransferFactory(
        to_family=True,
        status=TransferStatus.TRAVELLING,
        departed_on=DEPARTED,
        contact_on=DEPARTED,
        contact_note="Ani dan ibu klien.",
    )

    with acting(scope_of(people.eko())):
        confirm_arrival(transfer=transfer, arrived_on=DEPARTED, note="", actor=people.eko(), at=AT)

    case = Case.objects.get()
    assert (case.base, case.care_institution) == (CareBase.FAMILY, None)
    assert Placement.objects.get(status=PlacementStatus.ACTIVE).family_contact


def test_who_does_not_come_stays_in_care_where_they_were():
    transfer = TransferFactory(travelling=True)

    report_missing(transfer=transfer, note="Turun di jalan.", actor=people.dewi(), at=AT)

    assert Transfer.objects.get().status == TransferStatus.NOT_ARRIVED
    assert Placement.objects.get().status == PlacementStatus.ACTIVE
    assert occupancy(people.harapan()).taken == 0
    assert Case.objects.get().care_institution == people.kenanga()


def test_nobody_is_asked_before_the_third_day():
    TransferFactory(travelling=True)

    ask_after_arrivals(today=DEPARTED + dt.timedelta(days=2), at=days_later(1))

    assert not CaseTask.objects.exists()


def test_on_the_third_day_every_desk_concerned_is_asked():
    transfer = TransferFactory(travelling=True)

    ask_after_arrivals(today=DEPARTED + dt.timedelta(days=3), at=days_later(2))

    tasks = CaseTask.objects.all()
    assert {task.institution for task in tasks} == {
        people.melati(),
        people.kenanga(),
        people.harapan(),
    }
    assert {task.kind for task in tasks} == {CareTask.ARRIVAL}
    assert {task.due_on for task in tasks} == {DEPARTED + dt.timedelta(days=3)}
    assert CaseTask.objects.get(institution=people.melati()).owner == transfer.case.lead_worker


def test_asking_again_adds_nothing():
    TransferFactory(travelling=True)

    for _night in range(3):
        ask_after_arrivals(today=DEPARTED + dt.timedelta(days=4), at=days_later(3))

    assert CaseTask.objects.count() == 3


def test_on_the_seventh_day_they_are_asked_once_more():
    TransferFactory(travelling=True)

    for day in range(1, 11):
        ask_after_arrivals(today=DEPARTED + dt.timedelta(days=day), at=days_later(day - 1))

    assert CaseTask.objects.count() == 6


def test_the_clock_asks_by_itself():
    TransferFactory(travelling=True)  # months ago, by the clock on the wall

    watch_arrivals()

    assert CaseTask.objects.count() == 6


def test_the_arrival_settles_what_was_asked():
    transfer = TransferFactory(travelling=True)
    ask_after_arrivals(today=DEPARTED + dt.timedelta(days=3), at=days_later(2))

    arrive(transfer, at=days_later(3))

    assert {task.status for task in CaseTask.objects.all()} == {TaskStatus.DONE}
