"""What is given to people, alone and in groups; by ani of Sentra Melati unless told."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from care.enums import (
    DeliveryKind,
    FundSource,
    GroupKind,
    HomeCondition,
    Level,
    Phase,
    Presence,
    SessionKind,
    TrainingResult,
)
from care.models import (
    Aid,
    Attendance,
    CareGroup,
    Delivery,
    GroupSession,
    HomeVisit,
    LadderStep,
    Membership,
    Training,
)
from partners.enums import Component
from tests import people
from tests.clients.factories import OPENED, CaseFactory
from tests.files.samples import stored


HELD = OPENED + timedelta(days=20)
MET = datetime(2026, 6, 21, 2, tzinfo=UTC)


class DeliveryFactory(DjangoModelFactory):
    class Meta:
        model = Delivery

    case = factory.SubFactory(CaseFactory, in_service=True)
    worker = factory.SelfAttribute("case.lead_worker")
    institution = factory.SelfAttribute("worker.institution")
    recorded_by = factory.SelfAttribute("worker")
    kind = DeliveryKind.SESSION
    component = Component.C4B
    held_on = HELD
    duration = 60
    summary = "Mengenali pemicu."


class HomeVisitFactory(DjangoModelFactory):
    class Meta:
        model = HomeVisit

    delivery = factory.SubFactory(
        DeliveryFactory, kind=DeliveryKind.HOME_VISIT, component=Component.K1
    )
    met = "Ibu klien"
    condition = HomeCondition.ADEQUATE


class AidFactory(DjangoModelFactory):
    class Meta:
        model = Aid

    delivery = factory.SubFactory(DeliveryFactory, kind=DeliveryKind.AID, component=Component.C6)
    item = "Paket sembako"
    quantity = Decimal(1)
    unit = "paket"
    value = 250_000
    source = FundSource.STATE
    handed_to = "Ibu klien"


class TrainingFactory(DjangoModelFactory):
    class Meta:
        model = Training

    delivery = factory.SubFactory(
        DeliveryFactory, kind=DeliveryKind.TRAINING, component=Component.C5A
    )
    topic = "Pangkas rambut"
    hours = 40
    provider_name = "LKP Contoh"
    starts_on = OPENED + timedelta(days=10)
    ends_on = HELD
    attained = TrainingResult.PASSED


class CareGroupFactory(DjangoModelFactory):
    class Meta:
        model = CareGroup

    facilitator = factory.LazyFunction(people.ani)
    institution = factory.SelfAttribute("facilitator.institution")
    name = factory.Sequence(lambda n: f"Kelompok {n}")
    kind = GroupKind.COMMUNITY
    started_on = OPENED


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    group = factory.SubFactory(CareGroupFactory)
    case = factory.SubFactory(CaseFactory, in_service=True)
    joined_on = OPENED + timedelta(days=8)
    phase = Phase.INDUCTION
    level = Level.ADMISSION

    class Params:
        left = factory.Trait(left_on=HELD, leave_reason="finished")


class LadderStepFactory(DjangoModelFactory):
    class Meta:
        model = LadderStep

    membership = factory.SubFactory(MembershipFactory)
    on = factory.SelfAttribute("membership.joined_on")
    to_phase = Phase.INDUCTION
    to_level = Level.ADMISSION
    evidence = "Mau mengikuti aturan."
    decided_by = factory.SelfAttribute("membership.group.facilitator")


class GroupSessionFactory(DjangoModelFactory):
    class Meta:
        model = GroupSession

    group = factory.SubFactory(CareGroupFactory)
    facilitator = factory.SelfAttribute("group.facilitator")
    recorded_by = factory.SelfAttribute("group.facilitator")
    kind = SessionKind.ENCOUNTER
    component = Component.C4B
    topic = "Menghadapi pemicu"
    held_at = MET
    duration = 90


class AttendanceFactory(DjangoModelFactory):
    class Meta:
        model = Attendance

    session = factory.SubFactory(GroupSessionFactory)
    case = factory.SubFactory(CaseFactory, in_service=True)
    status = Presence.PRESENT


def with_proof(row: Aid | Training, content: bytes = b"%PDF-1.7 kuitansi") -> Aid | Training:
    row.file = stored(content, owner=row.delivery.case.client)
    row.save()
    return row
