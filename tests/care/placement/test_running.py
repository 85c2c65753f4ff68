import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from care.enums import EndReason, PlacementStatus
from care.event_kinds import CareEvent
from care.models import FollowUp, Placement
from care.placement.services.starting import review_placement
from care.placement.services.stays import Ending
from clients.enums import CaseStatus, CloseReason, NextStep
from clients.models import Case
from common.errors import DomainError
from partners.enums import CareBase
from tests import people
from tests.care.ending.gate import end_through_gate
from tests.care.factories import STARTED, PlacementFactory
from tests.care.papers import start_placement
from tests.clients.factories import OPENED, CaseFactory


pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 7, 1, 2, tzinfo=dt.UTC)
TODAY = dt.date(2026, 7, 1)
DAY = dt.timedelta(days=1)


def start(placement, starts_on=TODAY, planned_end_on=None):
    return start_placement(
        placement=placement,
        starts_on=starts_on,
        planned_end_on=planned_end_on,
        actor=people.eko(),
        at=AT,
    )


def end(placement, on=TODAY, reason=EndReason.GOALS_MET):
    ending = Ending(on=on, reason=reason, note="Tujuan rencana tercapai.")
    return end_through_gate(placement=placement, ending=ending, actor=people.eko(), at=AT)


def review(placement, next_review_on):
    review_placement(
        placement=placement,
        note="Hadir setiap hari.",
        next_review_on=next_review_on,
        actor=people.eko(),
        at=AT,
    )


def test_care_that_starts_moves_the_case_into_service():
    placement = start(PlacementFactory(accepted=True))

    case = Case.objects.get()
    assert placement.status == PlacementStatus.ACTIVE
    assert (case.status, case.service_started_on) == (CaseStatus.IN_SERVICE, TODAY)
    assert (case.next_step, case.next_due_on) == (NextStep.REVIEW, TODAY + 7 * DAY)
    assert case.events.get().kind == CareEvent.SERVICE_STARTED


@pytest.mark.parametrize(("base", "days"), [(CareBase.BALAI, 120), (CareBase.FAMILY, 90)])
def test_the_usual_length_depends_on_the_base(base, days):
    trait = {"with_family": True} if base == CareBase.FAMILY else {"accepted": True}

    placement = start(PlacementFactory(**trait))

    assert placement.planned_end_on == TODAY + days * DAY


def test_another_length_can_be_planned():
    placement = start(PlacementFactory(accepted=True), planned_end_on=TODAY + 30 * DAY)

    assert placement.planned_end_on == TODAY + 30 * DAY


@pytest.mark.parametrize(
    ("starts_on", "planned_end_on", "field"),
    [
        (TODAY + DAY, None, "starts_on"),
        (OPENED - DAY, None, "starts_on"),
        (TODAY, TODAY, "planned_end_on"),
        (TODAY, dt.date.max, "planned_end_on"),
    ],
)
def test_care_starts_between_the_opening_and_today_and_ends_after_it(
    starts_on, planned_end_on, field
):
    with pytest.raises(DomainError) as refused:
        start(PlacementFactory(accepted=True), starts_on, planned_end_on)

    assert refused.value.field == field
    assert Case.objects.get().status == CaseStatus.PLACEMENT


def test_care_cannot_start_twice():
    placement = PlacementFactory(accepted=True)
    start(placement)

    with pytest.raises(DomainError) as refused:
        start(placement)

    assert refused.value.code == "wrong_status"


def test_care_cannot_start_before_the_answer():
    with pytest.raises(DomainError) as refused:
        start(PlacementFactory())

    assert refused.value.code == "wrong_status"


def earlier_stay(client, until):
    past = CaseFactory(client=client, closed=True, is_current=False)
    return PlacementFactory(
        ended=True, case=past, base=CareBase.BALAI, starts_on=STARTED, ends_on=until, shared=False
    )


def test_two_stays_of_one_person_cannot_overlap():
    placement = PlacementFactory(accepted=True)
    earlier_stay(placement.client, until=TODAY)

    with pytest.raises(DomainError) as refused:
        start(placement, starts_on=TODAY - DAY)

    assert refused.value.code == "overlap"


def test_a_stay_may_begin_on_the_day_on_which_another_ended():
    placement = PlacementFactory(accepted=True)
    earlier_stay(placement.client, until=TODAY)

    assert start(placement).status == PlacementStatus.ACTIVE


def test_the_database_itself_refuses_a_stay_beside_a_running_one():
    running = PlacementFactory(active=True)

    with pytest.raises(IntegrityError, match="no_overlap"), transaction.atomic():
        earlier_stay(running.client, until=STARTED + 10 * DAY)


def test_a_review_sets_the_day_of_the_next():
    placement = PlacementFactory(active=True)

    review(placement, TODAY + 14 * DAY)

    case = Case.objects.get()
    assert (case.next_step, case.next_due_on) == (NextStep.REVIEW, TODAY + 14 * DAY)
    assert case.events.get().note == "Hadir setiap hari."


@pytest.mark.parametrize("next_review_on", [TODAY, TODAY + 91 * DAY])
def test_the_next_review_is_within_ninety_days(next_review_on):
    with pytest.raises(DomainError) as refused:
        review(PlacementFactory(active=True), next_review_on)

    assert refused.value.field == "next_review_on"


def test_only_running_care_is_reviewed():
    with pytest.raises(DomainError) as refused:
        review(PlacementFactory(accepted=True), TODAY + DAY)

    assert refused.value.code == "wrong_status"


def test_the_end_of_care_begins_after_care_with_ten_milestones():
    placement = end(PlacementFactory(active=True))

    case = Case.objects.get()
    assert (placement.status, placement.ends_on) == (PlacementStatus.ENDED, TODAY)
    assert (case.status, case.service_ended_on) == (CaseStatus.AFTERCARE, TODAY)
    assert FollowUp.objects.planned().count() == 10
    assert (case.next_step, case.next_due_on) == (NextStep.FOLLOW_UP, TODAY + 7 * DAY)
    assert case.events.get().title == (
        "Layanan di Sentra Kenanga berakhir: Tujuan layanan tercapai"
    )


def test_the_receiver_keeps_sight_of_the_file_for_thirty_days():
    placement = end(PlacementFactory(active=True))

    assert placement.client.shares.get().ends_on == TODAY + 30 * DAY


@pytest.mark.parametrize("on", [STARTED - DAY, TODAY + DAY])
def test_care_ends_between_its_start_and_today(on):
    with pytest.raises(DomainError) as refused:
        end(PlacementFactory(active=True), on=on)

    assert refused.value.field == "on"
    assert not FollowUp.objects.exists()


def test_care_may_end_on_the_day_it_began():
    assert end(PlacementFactory(active=True), on=STARTED).ends_on == STARTED


def test_after_a_death_the_case_is_closed_and_nobody_is_called():
    end(PlacementFactory(active=True), reason=EndReason.DIED)

    case = Case.objects.get()
    assert (case.status, case.close_reason) == (CaseStatus.CLOSED, CloseReason.DIED)
    assert case.next_step == ""
    assert not FollowUp.objects.exists()


def test_care_cannot_end_twice():
    placement = PlacementFactory(active=True)
    end(placement)

    with pytest.raises(DomainError) as refused:
        end(Placement.objects.get())

    assert refused.value.code == "wrong_status"
    assert FollowUp.objects.count() == 10
