import datetime as dt

import pytest
from django.utils import timezone

from accounts.enums import Role
from care.enums import DeclineReason, PlacementStatus
from care.event_kinds import CareEvent
from care.models import Placement
from care.placement.services.answering import (
    accept_placement,
    decline_placement,
    withdraw_placement,
)
from clients.enums import CaseStatus, CloseReason, NextStep
from clients.models import Case, Client
from common.errors import DomainError
from partners.models import Agreement
from tests import people
from tests.care.factories import PlacementFactory
from tests.clients.factories import CaseFactory
from tests.partners.factories import InstitutionFactory


pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 4)
AT = dt.datetime(2026, 6, 4, 2, tzinfo=dt.UTC)


def accept(placement, worker=None, at=AT):
    return accept_placement(
        placement=placement, note="Silakan.", worker=worker, actor=people.eko(), at=at
    )


def decline(placement, reason=DeclineReason.FULL, note="", at=AT):
    return decline_placement(
        placement=placement, reason=reason, note=note, actor=people.eko(), at=at
    )


def withdraw(placement, at=AT):
    return withdraw_placement(
        placement=placement, note="Keluarga berubah pikiran.", actor=people.ani(), at=at
    )


def test_an_accepted_person_starts_within_a_week():
    placement = accept(PlacementFactory())

    case = Case.objects.get()
    assert placement.status == PlacementStatus.ACCEPTED
    assert (placement.answered_by, placement.answered_at) == (people.eko(), AT)
    assert (case.status, case.next_step) == (CaseStatus.PLACEMENT, NextStep.START_SERVICE)
    assert case.next_due_on == TODAY + dt.timedelta(days=7)
    assert case.events.get().kind == CareEvent.PLACEMENT_ACCEPTED


def test_a_worker_of_the_receiver_comes_to_carry_the_case():
    placement = PlacementFactory()
    assert not Case.objects.visible_to(people.citra()).exists()

    accept(placement, worker=people.citra())

    assert Case.objects.visible_to(people.citra()).get() == placement.case


def test_a_worker_of_another_institution_cannot_be_named():
    with pytest.raises(DomainError) as refused:
        accept(PlacementFactory(), worker=people.dewi())

    assert refused.value.field == "worker"
    assert Placement.objects.get().status == PlacementStatus.REQUESTED


def test_the_last_place_is_given_once():
    tiny = InstitutionFactory(capacity=1, with_agreement=True)
    first, second = PlacementFactory(institution=tiny), PlacementFactory(institution=tiny)
    accept(first)

    with pytest.raises(DomainError, match="1 dari 1") as refused:
        accept(second)

    assert refused.value.code == "full"
    second.refresh_from_db()
    assert second.status == PlacementStatus.REQUESTED


def test_nobody_is_accepted_after_the_agreement_has_run_out():
    placement = PlacementFactory()
    Agreement.objects.update(ends_on=TODAY - dt.timedelta(days=1))

    with pytest.raises(DomainError) as refused:
        accept(placement)

    assert refused.value.code == "agreement_ended"


@pytest.mark.parametrize("answer", [accept, decline, withdraw])
def test_the_second_of_two_browsers_is_told_what_the_first_did(answer):
    placement = PlacementFactory()
    seen_by_the_second = Placement.objects.get()
    decline(placement)

    with pytest.raises(DomainError, match="Ditolak") as refused:
        answer(seen_by_the_second)

    assert refused.value.code == "wrong_status"
    assert placement.case.events.count() == 1


def test_nobody_is_accepted_into_a_case_that_was_closed_meanwhile():
    placement = PlacementFactory()
    Case.objects.update(
        status=CaseStatus.CLOSED, closed_on=TODAY, close_reason=CloseReason.WITHDREW
    )

    with pytest.raises(DomainError) as refused:
        accept(placement)

    assert refused.value.code == "wrong_status"


def test_a_declined_case_looks_for_another_place_tomorrow():
    placement = decline(PlacementFactory(), DeclineReason.DOCUMENTS, "Surat rujukan belum ada.")

    case = Case.objects.get()
    assert placement.status == PlacementStatus.DECLINED
    assert (case.next_step, case.next_due_on) == (
        NextStep.REQUEST_PLACEMENT,
        TODAY + dt.timedelta(days=1),
    )
    assert case.care_institution is None
    assert case.events.get().title == "Ditolak Sentra Kenanga: Berkas belum lengkap"


def test_another_reason_must_be_told():
    with pytest.raises(DomainError) as refused:
        decline(PlacementFactory(), DeclineReason.OTHER, "  ")

    assert refused.value.field == "note"


@pytest.mark.parametrize("end", [decline, withdraw])
def test_the_receiver_loses_sight_of_the_file_at_once(end):
    placement = PlacementFactory()
    assert Client.objects.visible_to(people.eko()).exists()

    end(placement, at=timezone.now())

    assert not Client.objects.visible_to(people.eko()).exists()


def test_a_refusal_does_not_take_away_the_sight_that_an_earlier_stay_gives():
    today = timezone.localdate()
    earlier = PlacementFactory(ended=True, ends_on=today - dt.timedelta(days=10))
    Case.objects.update(status=CaseStatus.CLOSED, closed_on=today, close_reason="moved")
    Case.objects.update(is_current=False)
    again = PlacementFactory(case=CaseFactory(client=earlier.client, to_place=True), shared=False)

    decline(again, at=timezone.now())

    assert earlier.client.shares.get().ends_on == today + dt.timedelta(days=20)


def test_what_was_accepted_can_be_withdrawn_and_frees_the_place():
    tiny = InstitutionFactory(capacity=1, with_agreement=True)
    first, second = PlacementFactory(institution=tiny), PlacementFactory(institution=tiny)
    accept(first)

    withdraw(first)

    assert accept(second).status == PlacementStatus.ACCEPTED


def test_a_withdrawn_case_no_longer_names_the_receivers_worker():
    placement = PlacementFactory()
    accept(placement, worker=people.citra())

    withdraw(placement)

    assert not placement.case.supporters.filter(role=Role.SOCIAL_WORKER).exists()
    assert placement.case.events.newest_first()[0].kind == CareEvent.PLACEMENT_WITHDRAWN


def test_care_that_has_begun_is_ended_not_withdrawn():
    with pytest.raises(DomainError) as refused:
        withdraw(PlacementFactory(active=True))

    assert refused.value.code == "wrong_status"


def test_a_request_of_a_closed_case_can_still_be_withdrawn():
    placement = PlacementFactory()
    Case.objects.update(
        status=CaseStatus.CLOSED,
        closed_on=TODAY,
        close_reason=CloseReason.WITHDREW,
        next_step="",
        next_due_on=None,
    )

    withdraw(placement)

    assert Case.objects.get().next_step == ""
