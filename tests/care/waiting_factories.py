"""Who waits for a place; ani's client waits for Sentra Kenanga unless told."""

from datetime import UTC, datetime

import factory
from factory.django import DjangoModelFactory

from care.models import WaitingEntry
from tests import people
from tests.clients.factories import CaseFactory


ENTERED = datetime(2026, 6, 3, 2, tzinfo=UTC)


class WaitingEntryFactory(DjangoModelFactory):
    class Meta:
        model = WaitingEntry

    case = factory.SubFactory(CaseFactory, to_place=True)
    institution = factory.LazyFunction(people.kenanga)
    entered_at = ENTERED
    entered_by = factory.SelfAttribute("case.lead_worker")
    queued_at = factory.SelfAttribute("entered_at")
    interim_services = ("C4b",)
    interim_provider = "Puskesmas"
