import datetime as dt

import pytest

from care.ending.services.ending import end_placement
from care.enums import CareTask, DeclineReason, PlacementStatus, TransferReason, TransferStatus
from care.event_kinds import CareEvent
from care.models import Placement, Transfer
from care.placement.selectors.places import occupancy
from care.placement.services.receivers import Receiver
from care.placement.services.stays import Ending
from care.transfer.services.asking import (
    Handover,
    accept_transfer,
    decline_transfer,
    propose_transfer,
    withdraw_transfer,
)
from clients.enums import TaskStatus
from clients.models import Case, CaseTask, Share
from common.errors import DomainError
from partners.enums import CareBase, InstitutionKind
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.transfer_factories import TransferFactory
from tests.clients.factories import ConsentFactory, FamilyContactFactory
from tests.partners.factories import InstitutionFactory


pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 28)
AT = dt.datetime(2026, 6, 28, 2, tzinfo=dt.UTC)


def propose(case, institution=None, *, base=CareBase.INSTITUTION, contact=None, **facts):
    handover = Handover(
        **{"reason": TransferReason.STEP_DOWN, "planned_on": TODAY, "note": "Baik.", **facts}
    )
    return propose_transfer(
        case=case,
        receiver=Receiver(base, institution, contact),
        handover=handover,
        actor=people.ani(),
        at=AT,
    )


def accept(transfer, worker=None):
    return accept_transfer(
        transfer=transfer, note="Silakan.", worker=worker, actor=people.dewi(), at=AT
    )


def running():
    return PlacementFactory(active=True).case


def refused(code, act):
    with pytest.raises(DomainError) as error:
        act()
    assert error.value.code == code


def test_care_goes_on_where_it_is_while_another_base_is_asked():
    case = running()

    transfer = propose(case, people.harapan())

    assert transfer.status == TransferStatus.PROPOSED
    assert Placement.objects.get().status == PlacementStatus.ACTIVE
    assert Case.objects.get().care_institution == people.kenanga()
    assert case.events.get().kind == CareEvent.TRANSFER_PROPOSED


def test_the_asked_institution_sees_the_file_and_has_a_task():
    case = running()

    propose(case, people.harapan())

    assert Case.objects.visible_to(people.dewi()).get() == case
    task = CaseTask.objects.get()
    assert (task.kind, task.institution) == (CareTask.TRANSFER, people.harapan())
    assert task.due_on == TODAY + dt.timedelta(days=1)


def test_the_handover_rests_on_the_newest_consent():
    case = running()
    consent = ConsentFactory(client=case.client)

    assert propose(case, people.harapan()).consent == consent


def test_without_consent_nothing_is_handed_over():
    case = running()
    ConsentFactory(client=case.client, withdrawn_at=AT, withdrawn_by="self")

    refused("no_consent", lambda: propose(case, people.harapan()))

    assert not Share.objects.filter(institution=people.harapan()).exists()


def test_consent_taken_back_meanwhile_stops_the_acceptance():
    transfer = TransferFactory()
    ConsentFactory(client=transfer.client, withdrawn_at=AT, withdrawn_by="self")

    refused("no_consent", lambda: accept(transfer))


def test_with_the_family_nobody_else_has_to_answer():
    case = running()
    contact = FamilyContactFactory(client=case.client)

    transfer = propose(case, base=CareBase.FAMILY, contact=contact)

    assert transfer.status == TransferStatus.ACCEPTED
    assert not CaseTask.objects.exists()


def test_somebody_elses_family_does_not_take_the_person_in():
    refused(
        "not_family",
        lambda: propose(running(), base=CareBase.FAMILY, contact=FamilyContactFactory()),
    )


def test_nobody_is_moved_to_where_they_are():
    refused("same_place", lambda: propose(running(), people.kenanga(), base=CareBase.BALAI))


def test_the_receiver_must_work_on_the_base():
    refused("not_this_base", lambda: propose(running(), people.harapan(), base=CareBase.BALAI))


def test_one_transfer_is_open_at_a_time():
    case = running()
    propose(case, people.harapan())
    other = InstitutionFactory(kind=InstitutionKind.LKS, with_agreement=True)

    refused("already_requested", lambda: propose(case, other))


def test_only_who_is_in_care_is_moved():
    refused("wrong_status", lambda: propose(PlacementFactory().case, people.harapan()))


def test_the_departure_is_planned_within_sixty_days():
    late = TODAY + dt.timedelta(days=61)

    refused("departure_out_of_range", lambda: propose(running(), people.harapan(), planned_on=late))


def test_an_accepted_transfer_holds_a_place_before_anybody_has_come():
    transfer = TransferFactory()

    accept(transfer)

    assert occupancy(people.harapan()).taken == 1
    assert occupancy(people.kenanga()).taken == 1


def test_a_full_institution_does_not_accept():
    full = people.harapan()
    full.capacity = 1
    full.save()
    PlacementFactory(accepted=True, institution=full, base=CareBase.INSTITUTION)

    refused("full", lambda: accept(TransferFactory()))


def test_the_answer_settles_its_task():
    transfer = propose(running(), people.harapan())

    accept(transfer)

    assert CaseTask.objects.get().status == TaskStatus.DONE


def test_the_receiver_names_who_will_work_on_the_case():
    transfer = TransferFactory(
        base=CareBase.BALAI, institution=InstitutionFactory(with_agreement=True)
    )
    worker = people.citra()
    worker.institution = transfer.institution
    worker.save()

    accept(transfer, worker=worker)

    assert Case.objects.visible_to(worker).get() == transfer.case


def test_a_refusal_closes_the_file_to_the_receiver():
    transfer = TransferFactory()

    decline_transfer(
        transfer=transfer, reason=DeclineReason.FULL, note="", actor=people.dewi(), at=AT
    )

    assert (
        not Share.objects.live().filter(institution=people.harapan(), ends_on__gte=TODAY).exists()
    )
    assert Transfer.objects.get().status == TransferStatus.DECLINED
    assert Case.objects.get().events.get().kind == CareEvent.TRANSFER_DECLINED


def test_another_reason_is_explained():
    transfer = TransferFactory()

    refused(
        "note_required",
        lambda: decline_transfer(
            transfer=transfer, reason=DeclineReason.OTHER, note=" ", actor=people.dewi(), at=AT
        ),
    )


def test_a_withdrawn_transfer_gives_the_place_back():
    transfer = TransferFactory(accepted=True)

    withdraw_transfer(transfer=transfer, note="Batal.", actor=people.ani(), at=AT)

    assert occupancy(people.harapan()).taken == 0
    assert Placement.objects.get().status == PlacementStatus.ACTIVE


def test_a_second_answer_hears_of_the_first():
    transfer = TransferFactory()
    accept(transfer)

    refused("wrong_status", lambda: accept(transfer))


def test_care_does_not_end_while_a_transfer_is_open():
    transfer = TransferFactory()
    ending = Ending(TODAY, "goals_met", "Selesai.")

    refused(
        "transfer_open",
        lambda: end_placement(
            placement=transfer.from_placement, ending=ending, actor=people.ani(), at=AT
        ),
    )
