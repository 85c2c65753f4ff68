"""Ani's client, in care at eko's Sentra Kenanga, moves on to dewi's IPWL Harapan unless told."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from care.enums import DeclineReason, SupportStatus, TransferReason, TransferStatus
from care.models import SupportingBase, Transfer
from partners.enums import CareBase
from tests import people
from tests.care.factories import STARTED, PlacementFactory
from tests.clients.factories import FamilyContactFactory, ShareFactory


DEPARTED = date(2026, 7, 1)
PROPOSED_AT = "2026-06-28T02:00Z"


class TransferFactory(DjangoModelFactory):
    class Meta:
        model = Transfer
        skip_postgeneration_save = True

    from_placement = factory.SubFactory(PlacementFactory, active=True)
    case = factory.SelfAttribute("from_placement.case")
    base = CareBase.INSTITUTION
    institution = factory.LazyFunction(people.harapan)
    reason = TransferReason.STEP_DOWN
    handover_note = "Dua tinjauan terakhir baik."
    planned_on = DEPARTED
    proposed_by = factory.SelfAttribute("case.lead_worker")
    proposed_at = PROPOSED_AT
    answer_due_on = DEPARTED

    class Params:
        accepted = factory.Trait(
            status=TransferStatus.ACCEPTED,
            answered_by=factory.LazyFunction(people.dewi),
            answered_at=PROPOSED_AT,
        )
        travelling = factory.Trait(
            accepted=True,
            status=TransferStatus.TRAVELLING,
            departed_on=DEPARTED,
            contact_on=DEPARTED - timedelta(days=1),
            contact_note="Ani berbicara dengan Dewi.",
        )
        declined = factory.Trait(
            status=TransferStatus.DECLINED,
            decline_reason=DeclineReason.FULL,
            answered_by=factory.LazyFunction(people.dewi),
            answered_at=PROPOSED_AT,
            closed_by=factory.LazyFunction(people.dewi),
            closed_at=PROPOSED_AT,
        )
        to_family = factory.Trait(
            accepted=True,
            base=CareBase.FAMILY,
            institution=None,
            answer_due_on=None,
            family_contact=factory.SubFactory(
                FamilyContactFactory, client=factory.SelfAttribute("..case.client")
            ),
        )

    @factory.post_generation
    def shared(self, create, extracted, **kwargs):
        """The receiver sees the file; `shared=False` leaves that out."""
        here = self.institution_id
        if here and here != self.case.institution_id and extracted is not False:
            ShareFactory(
                client=self.case.client, owner=self.case.institution, institution=self.institution
            )


class SupportingBaseFactory(DjangoModelFactory):
    class Meta:
        model = SupportingBase
        skip_postgeneration_save = True

    case = factory.LazyFunction(lambda: PlacementFactory(active=True).case)
    base = CareBase.INSTITUTION
    institution = factory.LazyFunction(people.harapan)
    duty = "Kunjungan rumah tiap minggu."
    from_on = STARTED
    until_on = date(2026, 12, 1)
    asked_by = factory.SelfAttribute("case.lead_worker")
    asked_at = PROPOSED_AT

    class Params:
        agreed = factory.Trait(
            status=SupportStatus.AGREED,
            answered_by=factory.LazyFunction(people.dewi),
            answered_at=PROPOSED_AT,
        )
        by_family = factory.Trait(
            agreed=True,
            base=CareBase.FAMILY,
            institution=None,
            family_contact=factory.SubFactory(
                FamilyContactFactory, client=factory.SelfAttribute("..case.client")
            ),
        )

    @factory.post_generation
    def shared(self, create, extracted, **kwargs):
        here = self.institution_id
        if here and here != self.case.institution_id and extracted is not False:
            ShareFactory(
                client=self.case.client, owner=self.case.institution, institution=self.institution
            )
