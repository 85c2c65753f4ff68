"""Prison, another institution and death of people whose care ani of Sentra Melati ended."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from care.aftercare_enums import HandoverStatus
from care.models import (
    AftercareHandover,
    Death,
    Guidance,
    GuidanceContact,
    Imprisonment,
    OverdoseAdvice,
)
from tests import people
from tests.care.factories import ENDED
from tests.clients.factories import CaseFactory, ShareFactory


TOLD = datetime(2026, 10, 20, 3, tzinfo=UTC)


class ImprisonmentFactory(DjangoModelFactory):
    class Meta:
        model = Imprisonment

    case = factory.SubFactory(CaseFactory, in_aftercare=True)
    began_on = ENDED
    prison = "Lapas Cibinong"
    bapas = "Pak Joko, Bapas Bogor, 0251."
    recorded_by = factory.SelfAttribute("case.lead_worker")
    recorded_at = TOLD


class DeathFactory(DjangoModelFactory):
    class Meta:
        model = Death

    case = factory.SubFactory(CaseFactory, closed=True, close_reason="died")
    on = date(2026, 7, 1)
    place = "home"
    cause = "drugs"
    by_overdose = "yes"
    words = "Ditemukan ibunya."
    recorded_by = factory.SelfAttribute("case.lead_worker")
    recorded_at = TOLD


class OverdoseAdviceFactory(DjangoModelFactory):
    class Meta:
        model = OverdoseAdvice

    case = factory.SubFactory(CaseFactory, in_service=True)
    on = factory.SelfAttribute("case.service_started_on")
    given_to = "both"
    naloxone = "place_told"
    recorded_by = factory.SelfAttribute("case.lead_worker")
    recorded_at = TOLD


class AftercareHandoverFactory(DjangoModelFactory):
    """Eko's Sentra Kenanga is asked; it may read the file meanwhile."""

    class Meta:
        model = AftercareHandover
        skip_postgeneration_save = True

    case = factory.SubFactory(CaseFactory, in_aftercare=True)
    institution = factory.LazyFunction(people.kenanga)
    agreed_on = ENDED
    agreed_how = "signed"
    note = "Pindah ikut kakaknya."
    asked_by = factory.SelfAttribute("case.lead_worker")
    asked_at = TOLD

    class Params:
        accepted = factory.Trait(
            status=HandoverStatus.ACCEPTED,
            worker=factory.LazyFunction(people.citra),
            answered_by=factory.LazyFunction(people.eko),
            answered_at=TOLD,
        )

    @factory.post_generation
    def shared(self, create, extracted, **kwargs):
        if extracted is not False:
            ShareFactory(
                client=self.case.client, owner=self.case.institution, institution=self.institution
            )


class GuidanceFactory(DjangoModelFactory):
    class Meta:
        model = Guidance

    case = factory.SubFactory(CaseFactory, in_aftercare=True)
    starts_on = ENDED
    planned_until = date(2027, 10, 6)
    aims = "Bekerja di bengkel."
    cadre = "Pak RT, 0812."
    recorded_by = factory.SelfAttribute("case.lead_worker")
    recorded_at = TOLD


class GuidanceContactFactory(DjangoModelFactory):
    class Meta:
        model = GuidanceContact

    guidance = factory.SubFactory(GuidanceFactory)
    on = factory.SelfAttribute("guidance.starts_on")
    track = "family"
    note = "Ibu tenang."
    recorded_by = factory.SelfAttribute("guidance.case.lead_worker")
    recorded_at = TOLD
