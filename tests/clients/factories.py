"""Situations of a case as traits: `CaseFactory(in_service=True)`; the owner is ani's Sentra Melati unless told."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from clients.enums import (
    CaseStatus,
    CloseReason,
    ConsentGiver,
    ConsentMethod,
    EmergencyReason,
    FamilyRelation,
    NextStep,
    NikMissingReason,
    ReferralSource,
    Risk,
    Sex,
)
from clients.models import BreakGlass, Case, Client, Consent, ConsentText, FamilyContact, Share
from partners.enums import CareBase
from tests import people
from tests.regions.factories import RegencyFactory


OPENED = date(2026, 6, 1)


class ClientFactory(DjangoModelFactory):
    class Meta:
        model = Client

    registration_number = factory.Sequence(lambda n: f"KPN-26-{n:05d}")
    institution = factory.LazyAttribute(lambda o: o.registered_by.institution)
    name = factory.Faker("name", locale="id_ID")
    nik_missing_reason = NikMissingReason.NO_CARD
    sex = Sex.MALE
    birth_date = date(2000, 3, 15)
    regency = factory.SubFactory(RegencyFactory)
    registered_by = factory.LazyFunction(people.ani)

    class Params:
        with_nik = factory.Trait(
            nik=factory.Sequence(lambda n: f"327101150300{n + 1:04d}"), nik_missing_reason=""
        )


class CaseFactory(DjangoModelFactory):
    class Meta:
        model = Case

    client = factory.SubFactory(ClientFactory)
    institution = factory.SelfAttribute("client.institution")
    lead_worker = factory.SelfAttribute("client.registered_by")
    referral_source = ReferralSource.FAMILY
    opened_on = OPENED
    next_step = NextStep.START_SCREENING
    next_due_on = OPENED + timedelta(days=3)

    class Params:
        screening = factory.Trait(status=CaseStatus.SCREENING, next_step=NextStep.FINISH_SCREENING)
        decided = factory.Trait(
            status=CaseStatus.DECISION, risk=Risk.HIGH, next_step=NextStep.DECIDE
        )
        to_place = factory.Trait(
            status=CaseStatus.PLACEMENT,
            risk=Risk.HIGH,
            base=CareBase.BALAI,
            next_step=NextStep.REQUEST_PLACEMENT,
        )
        in_service = factory.Trait(
            status=CaseStatus.IN_SERVICE,
            risk=Risk.HIGH,
            base=CareBase.BALAI,
            service_started_on=OPENED + timedelta(days=7),
            next_step=NextStep.REVIEW,
        )
        in_aftercare = factory.Trait(
            status=CaseStatus.AFTERCARE,
            risk=Risk.HIGH,
            base=CareBase.BALAI,
            service_started_on=OPENED + timedelta(days=7),
            service_ended_on=OPENED + timedelta(days=127),
            next_step=NextStep.FOLLOW_UP,
        )
        closed = factory.Trait(
            status=CaseStatus.CLOSED,
            closed_on=OPENED + timedelta(days=30),
            close_reason=CloseReason.WITHDREW,
            next_step="",
            next_due_on=None,
        )


class FamilyContactFactory(DjangoModelFactory):
    class Meta:
        model = FamilyContact

    client = factory.SubFactory(ClientFactory)
    name = factory.Faker("name_female", locale="id_ID")
    relation = FamilyRelation.MOTHER
    phone = "081234567890"
    is_guardian = True
    may_be_contacted = True


class ConsentFactory(DjangoModelFactory):
    class Meta:
        model = Consent

    client = factory.SubFactory(ClientFactory)
    text = factory.LazyFunction(ConsentText.objects.current)
    given_by = ConsentGiver.SELF
    method = ConsentMethod.WRITTEN
    given_on = OPENED
    recorded_by = factory.SelfAttribute("client.registered_by")


class ShareFactory(DjangoModelFactory):
    class Meta:
        model = Share

    client = factory.SubFactory(ClientFactory)
    owner = factory.SelfAttribute("client.institution")
    institution = factory.LazyFunction(people.kenanga)
    granted_by = factory.SelfAttribute("client.registered_by")


class BreakGlassFactory(DjangoModelFactory):
    """Eko of Sentra Kenanga reads a client of Sentra Melati for an hour."""

    class Meta:
        model = BreakGlass

    client = factory.SubFactory(ClientFactory)
    institution = factory.SelfAttribute("client.institution")
    user = factory.LazyFunction(people.eko)
    reason_code = EmergencyReason.LIFE
    reason = "Klien dibawa pingsan ke sentra kami malam ini."
