"""Plans, conferences and terminations; of a case that ani of Sentra Melati leads, cared for by eko's Sentra Kenanga."""

from datetime import UTC, date, datetime, timedelta

import factory
from factory.django import DjangoModelFactory

from care.enums import (
    AgreedBy,
    AgreedHow,
    EndReason,
    PlanDomain,
    PlanStatus,
    TerminationStatus,
)
from care.models import (
    AftercarePlan,
    CaseConference,
    ConferenceDecision,
    GateWaiver,
    PlanGoal,
    PlanService,
    ServicePlan,
    Termination,
)
from partners.enums import Component
from tests import people
from tests.care.factories import ENDED, PlacementFactory
from tests.clients.factories import CaseFactory


DRAFTED = datetime(2026, 6, 10, 2, tzinfo=UTC)
REVIEW = date(2026, 11, 10)


class ServicePlanFactory(DjangoModelFactory):
    class Meta:
        model = ServicePlan

    case = factory.SubFactory(CaseFactory, in_service=True)
    number = 1
    summary = "Pulih dan kembali bekerja."
    review_on = REVIEW
    drafted_by = factory.SelfAttribute("case.lead_worker")
    drafted_at = DRAFTED

    class Params:
        submitted = factory.Trait(
            status=PlanStatus.SUBMITTED,
            submitted_by=factory.SelfAttribute("case.lead_worker"),
            submitted_at=DRAFTED,
        )
        approved = factory.Trait(
            submitted=True,
            status=PlanStatus.APPROVED,
            approved_by=factory.LazyFunction(people.budi),
            approved_at=DRAFTED,
        )
        agreed = factory.Trait(
            approved=True,
            status=PlanStatus.AGREED,
            agreed_on=DRAFTED.date(),
            agreed_by=AgreedBy.CLIENT,
            agreed_how=AgreedHow.SIGNED,
            agreement_recorded_by=factory.SelfAttribute("case.lead_worker"),
        )


class PlanGoalFactory(DjangoModelFactory):
    class Meta:
        model = PlanGoal

    plan = factory.SubFactory(ServicePlanFactory)
    domain = PlanDomain.WORK
    words = "Bekerja kembali di bengkel."
    due_on = date(2026, 12, 1)


class PlanServiceFactory(DjangoModelFactory):
    class Meta:
        model = PlanService

    plan = factory.SubFactory(ServicePlanFactory)
    component = Component.C4B
    institution = factory.SelfAttribute("plan.case.institution")
    times = 2
    starts_on = factory.LazyAttribute(lambda o: max(date(2026, 6, 10), o.plan.case.opened_on))
    ends_on = factory.LazyAttribute(lambda o: max(date(2026, 12, 1), o.starts_on))


class CaseConferenceFactory(DjangoModelFactory):
    class Meta:
        model = CaseConference

    case = factory.SubFactory(CaseFactory, in_service=True)
    held_at = DRAFTED
    place = "Ruang rapat"
    attendees = "Sri, ibu klien"
    agenda = "Arah layanan"
    minutes = "Semua setuju."
    recorded_by = factory.SelfAttribute("case.lead_worker")
    recorded_at = DRAFTED


class ConferenceDecisionFactory(DjangoModelFactory):
    class Meta:
        model = ConferenceDecision

    conference = factory.SubFactory(CaseConferenceFactory)
    words = "Menghubungi bengkel."
    due_on = date(2026, 12, 1)


class TerminationFactory(DjangoModelFactory):
    class Meta:
        model = Termination

    placement = factory.SubFactory(PlacementFactory, active=True)
    case = factory.SelfAttribute("placement.case")
    on = ENDED
    reason = EndReason.GOALS_MET
    note = "Tujuan tercapai."
    prepared_by = factory.SelfAttribute("case.lead_worker")
    prepared_at = DRAFTED

    class Params:
        asked = factory.Trait(
            status=TerminationStatus.ASKED,
            asked_by=factory.SelfAttribute("case.lead_worker"),
            asked_at=DRAFTED,
        )
        approved = factory.Trait(
            asked=True,
            status=TerminationStatus.APPROVED,
            answered_by=factory.LazyFunction(people.budi),
            answered_at=DRAFTED,
        )


class GateWaiverFactory(DjangoModelFactory):
    class Meta:
        model = GateWaiver

    termination = factory.SubFactory(TerminationFactory)
    item = "goals"
    reason = "Rencana belum sempat disusun."
    waived_by = factory.SelfAttribute("termination.prepared_by")
    waived_at = DRAFTED


class AftercarePlanFactory(DjangoModelFactory):
    class Meta:
        model = AftercarePlan

    case = factory.SubFactory(CaseFactory, in_service=True)
    contact_by = factory.SelfAttribute("case.lead_worker")
    first_contact_on = ENDED + timedelta(days=7)
    warning_signs = "Sulit tidur, menarik diri."
    emergency_contact = "Ibu, 081234567890"
    written_by = factory.SelfAttribute("case.lead_worker")
    written_at = DRAFTED


def whole_plan(**facts) -> ServicePlan:
    """With one goal and one service for it."""
    plan = ServicePlanFactory(**facts)
    PlanServiceFactory(plan=plan, goal=PlanGoalFactory(plan=plan))
    return plan
