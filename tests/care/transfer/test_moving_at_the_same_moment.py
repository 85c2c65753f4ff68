"""Two people act on one transfer, or on one last place: the rows are always whole."""

import datetime as dt

import pytest

from care.ending.services.ending import end_placement
from care.enums import EndReason, PlacementStatus, TransferStatus
from care.models import Placement, Transfer
from care.placement.selectors.places import occupancy
from care.placement.services.answering import accept_placement
from care.placement.services.stays import Ending
from care.transfer.services.asking import accept_transfer, withdraw_transfer
from care.transfer.services.journey import confirm_arrival
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.transfer_factories import DEPARTED, TransferFactory
from tests.clients.factories import CaseFactory
from tests.races import DONE, together


pytestmark = pytest.mark.django_db(transaction=True)
AT = dt.datetime(2026, 7, 2, 2, tzinfo=dt.UTC)
TIMES = range(3)


@pytest.fixture
def dewi():
    people.ani()
    return people.dewi()


def arrive(transfer, actor):
    return lambda: confirm_arrival(
        transfer=transfer, arrived_on=DEPARTED, note="", actor=actor, at=AT
    )


def accept(transfer, actor):
    return lambda: accept_transfer(transfer=transfer, note="", worker=None, actor=actor, at=AT)


@pytest.mark.parametrize("_time", TIMES)
def test_who_arrives_twice_at_once_arrives_once(dewi, _time):
    transfer = TransferFactory(travelling=True)

    answers = together(arrive(transfer, dewi), arrive(transfer, dewi))

    assert sorted(answers) == [DONE, "wrong_status"]
    assert Placement.objects.filter(status=PlacementStatus.ACTIVE).count() == 1
    assert transfer.case.events.count() == 1


@pytest.mark.parametrize("_time", TIMES)
def test_the_last_place_is_given_to_a_transfer_or_to_a_request(dewi, _time):
    institution = people.harapan()
    institution.capacity = 1
    institution.save()
    asked = PlacementFactory(
        case=CaseFactory(to_place=True, base="institution"), institution=institution
    )
    transfer = TransferFactory()

    def accept_request():
        accept_placement(placement=asked, note="", worker=None, actor=dewi, at=AT)

    answers = together(accept(transfer, dewi), accept_request)

    assert sorted(answers) == [DONE, "full"]
    assert occupancy(institution).taken == 1


@pytest.mark.parametrize("_time", TIMES)
def test_a_transfer_withdrawn_while_it_is_accepted_holds_no_place(dewi, _time):
    transfer, ani = TransferFactory(), people.ani()

    def withdraw():
        withdraw_transfer(transfer=transfer, note="Batal.", actor=ani, at=AT)

    _accepted, withdrawn = together(accept(transfer, dewi), withdraw)

    assert withdrawn == DONE
    assert Transfer.objects.get().status == TransferStatus.WITHDRAWN
    assert occupancy(people.harapan()).taken == 0


@pytest.mark.parametrize("_time", TIMES)
def test_care_ends_or_somebody_arrives_and_never_both(dewi, _time):
    transfer, ani = TransferFactory(travelling=True), people.ani()
    ending = Ending(on=DEPARTED, reason=EndReason.LOST, note="Hilang.")

    def end():
        end_placement(placement=transfer.from_placement, ending=ending, actor=ani, at=AT)

    ended, arrived = together(end, arrive(transfer, dewi))

    assert arrived == DONE
    assert ended in {"transfer_open", "wrong_status"}
