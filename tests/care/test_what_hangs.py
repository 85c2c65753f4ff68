"""A case that ends or stops takes everything along that hangs on it, whichever door it ends by."""

import datetime as dt

import pytest

from care.aftercare.selectors import agenda
from care.aftercare.services.following_up import Contact, record_contact
from care.ending.services.ending import end_placement
from care.models import (
    AftercarePlan,
    FollowUp,
)
from care.placement.services.stays import Ending
from care.plan.services.drafting import start_plan
from clients.enums import CaseStatus, NextStep
from clients.facts import Agreed
from clients.models import Case, CaseTask, Share
from clients.services.cases import close_case, reassign_case
from clients.services.consent import give_consent, withdraw_consent
from clients.services.intake import enter_again
from common.errors import DomainError
from law.models import Order
from screening.services.rescreening import sweep_rescreenings
from tests import people
from tests.care.aftercare.life_factories import OverdoseAdviceFactory
from tests.care.delivery_factories import DeliveryFactory, MembershipFactory
from tests.care.factories import PlacementFactory, plan_aftercare
from tests.care.hanging import still_open
from tests.care.plan_factories import AftercarePlanFactory, ServicePlanFactory, TerminationFactory
from tests.care.transfer_factories import SupportingBaseFactory, TransferFactory
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import CaseFactory, ConsentFactory
from tests.clients.task_factories import CaseTaskFactory
from tests.law.factories import OrderFactory
from tests.screening.review_factories import rescreened


pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 10, 20, 2, tzinfo=dt.UTC)
TODAY = AT.date()
LATER = TODAY + dt.timedelta(days=30)


def in_care():
    """A case in care with everything on it that can be open."""
    stay = PlacementFactory(active=True, case__risk="moderate", case__base="institution")
    case = stay.case
    ConsentFactory(client=case.client)
    rescreened(case, "high", at=AT)
    CaseTaskFactory(case=case)
    MembershipFactory(case=case)
    SupportingBaseFactory(case=case, agreed=True, shared=False)
    ServicePlanFactory(case=case, agreed=True)
    DeliveryFactory(case=case, next_on=LATER)
    TransferFactory(from_placement=stay)
    TerminationFactory(placement=stay)
    OrderFactory(case=case)
    return stay


def open_of(case):
    return still_open(Case.objects.filter(pk=case.pk), TODAY)


def withdraw(case, at=AT):
    return withdraw_consent(
        case=case,
        asked_by="self",
        on=at.date(),
        note="Lewat telepon.",
        actor=people.ani(),
        at=at,
    )


def die(stay):
    end_placement(
        placement=stay, ending=Ending(TODAY, "died", "Di rumah sakit."), actor=people.ani(), at=AT
    )


def test_a_death_in_care_ends_everything():
    stay = in_care()

    die(stay)

    assert open_of(stay.case) == set()


def test_a_case_that_is_closed_ends_everything():
    case = CaseFactory(to_place=True)
    CaseTaskFactory(case=case)
    WaitingEntryFactory(case=case)
    SupportingBaseFactory(case=case, agreed=True, shared=False)
    OrderFactory(case=case)
    PlacementFactory(case=case)

    close_case(case=case, reason="moved", note="Pindah.", actor=people.ani(), at=AT)

    assert open_of(case) == set()


def test_a_file_that_was_opened_to_others_closes_a_month_after_the_case():
    placement = PlacementFactory()

    close_case(case=placement.case, reason="moved", note="Pindah.", actor=people.ani(), at=AT)

    assert not Share.objects.filter(ends_on__isnull=True).exists()
    assert max(Share.objects.values_list("ends_on", flat=True)) <= LATER


def test_consent_that_is_taken_back_stops_calls_and_plans_at_once():
    stay = in_care()

    withdraw(stay.case)

    assert open_of(stay.case) == {"care.Termination", "law.Order"}


def test_the_clock_of_a_withdrawal_is_moved_by_nothing():
    case = CaseFactory(in_aftercare=True)
    ConsentFactory(client=case.client)
    plan_aftercare(case)
    call = case.follow_ups.soonest_first().first()
    withdraw(case)

    with pytest.raises(DomainError):
        record_contact(
            follow_up=call,
            contact=Contact(TODAY, "phone", "well"),
            actor=people.ani(),
            at=AT,
        )

    case = Case.objects.get()
    assert (case.next_step, case.next_due_on) == (NextStep.CLOSE, TODAY + dt.timedelta(days=3))


def test_whose_consent_was_taken_back_is_on_no_agenda():
    case = CaseFactory(in_aftercare=True)
    ConsentFactory(client=case.client)
    plan_aftercare(case)

    withdraw(case)

    assert not agenda.planned(people.ani(), agenda.Choice(), today=TODAY)


def test_care_that_ends_after_a_withdrawal_begins_no_calls():
    stay = PlacementFactory(active=True)
    ConsentFactory(client=stay.case.client)
    withdraw(stay.case)
    TerminationFactory(placement=stay, on=TODAY, reason="withdrew", approved=True)
    OverdoseAdviceFactory(case=stay.case)

    ending = Ending(TODAY, "withdrew", "Menarik persetujuan.")
    end_placement(placement=stay, ending=ending, actor=people.ani(), at=AT)

    case = Case.objects.get()
    assert not case.follow_ups.exists()
    assert (case.status, case.next_step) == (CaseStatus.AFTERCARE, NextStep.CLOSE)
    assert case.next_due_on == TODAY + dt.timedelta(days=3)


def test_no_plan_begins_without_consent():
    case = CaseFactory(in_service=True)
    ConsentFactory(client=case.client)
    withdraw(case)

    with pytest.raises(DomainError) as refused:
        start_plan(case=case, summary="Pulih.", review_on=LATER, actor=people.ani(), at=AT)

    assert refused.value.code == "no_consent"


def test_the_calendar_plans_nothing_for_whom_consent_was_taken_back():
    case = CaseFactory(in_service=True)
    ConsentFactory(client=case.client)
    withdraw(case)

    sweep_rescreenings(at=AT)

    assert open_of(case) == set()


def test_what_keeps_somebody_safe_goes_on_without_consent():
    case = CaseFactory(in_service=True)
    ConsentFactory(client=case.client)
    CaseTaskFactory(case=case, kind="safety")

    withdraw(case)

    assert open_of(case) == {"clients.CaseTask"}


@pytest.mark.parametrize(
    ("trait", "step"),
    [
        ({}, NextStep.START_SCREENING),
        ({"screening": True}, NextStep.FINISH_SCREENING),
        ({"decided": True}, NextStep.DECIDE),
        ({"to_place": True}, NextStep.REQUEST_PLACEMENT),
        ({"in_service": True}, NextStep.REVIEW),
    ],
)
def test_consent_that_is_given_again_lets_the_case_go_on(trait, step):
    case = CaseFactory(**trait)
    ConsentFactory(client=case.client)
    withdraw(case)

    give(case)

    assert Case.objects.get().next_step == step


def test_with_consent_given_again_the_calls_to_come_are_planned_again():
    case = CaseFactory(in_aftercare=True)
    ConsentFactory(client=case.client)
    plan_aftercare(case)
    withdraw(case)

    give(case)

    case = Case.objects.get()
    coming = case.follow_ups.planned().soonest_first().first()
    assert (case.next_step, case.next_due_on) == (NextStep.FOLLOW_UP, coming.due_on)
    assert coming.due_on >= TODAY


def test_calls_that_were_cancelled_for_another_reason_stay_so():
    case = CaseFactory(in_aftercare=True)
    ConsentFactory(client=case.client)
    plan_aftercare(case)
    other = case.follow_ups.order_by("due_on").last()
    before = TODAY - dt.timedelta(days=9)
    FollowUp.objects.filter(pk=other.pk).update(status="cancelled", closed_on=before)
    withdraw(case)

    give(case)

    assert FollowUp.objects.get(pk=other.pk).status == "cancelled"


def give(case):
    agreed = Agreed("self", "written", TODAY)
    return give_consent(case=case, agreed=agreed, actor=people.ani(), at=AT)


def test_a_new_lead_takes_over_the_tasks_and_the_calls():
    case = CaseFactory(in_service=True)
    CaseTaskFactory(case=case, owner=people.ani())
    AftercarePlanFactory(case=case, contact_by=people.ani())

    reassign_case(case=case, to=people.budi(), actor=people.budi(), at=AT)

    assert CaseTask.objects.get().owner == people.budi()
    assert AftercarePlan.objects.get().contact_by == people.budi()


def test_an_order_goes_on_in_the_case_that_takes_the_place_of_this_one():
    case = CaseFactory(in_aftercare=True)
    order = OrderFactory(case=case)
    CaseTaskFactory(case=case)

    again = enter_again(case=case, reason="relapse", note="Kambuh.", actor=people.ani(), at=AT)

    assert open_of(case) == set()
    assert Order.objects.open().get() == order
    assert Order.objects.get().case == again
