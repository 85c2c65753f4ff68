"""Rows of the legal register, of a case of ani's unless told."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from clients.enums import LegalStatus
from law.enums import OrderedBy
from law.models import Extension, Order, ProbationOfficer, Stage
from partners.enums import CareBase
from tests.clients.factories import OPENED, CaseFactory
from tests.files.samples import stored


class StageFactory(DjangoModelFactory):
    class Meta:
        model = Stage

    case = factory.SubFactory(CaseFactory)
    legal_status = LegalStatus.POLICE
    since = OPENED
    recorded_by = factory.SelfAttribute("case.lead_worker")


class OrderFactory(DjangoModelFactory):
    class Meta:
        model = Order

    case = factory.SubFactory(CaseFactory)
    ordered_by = OrderedBy.JUDGE
    office = "PN Bogor"
    letter_number = "12/Pid.Sus/2026/PN Bgr"
    given_on = OPENED
    ordered_base = CareBase.BALAI
    months = 6
    begins_on = OPENED
    ends_on = date(2026, 11, 30)
    recorded_by = factory.SelfAttribute("case.lead_worker")


class ExtensionFactory(DjangoModelFactory):
    class Meta:
        model = Extension

    order = factory.SubFactory(OrderFactory)
    letter_number = "7/Pen.Pid/2026"
    given_on = OPENED
    was_until = factory.LazyAttribute(lambda o: o.order.ends_on - timedelta(days=30))
    until_on = factory.SelfAttribute("order.ends_on")
    recorded_by = factory.SelfAttribute("order.case.lead_worker")


def with_paper(order: Order, content: bytes = b"%PDF-1.7 putusan") -> Order:
    order.file = stored(content, owner=order.case.client)
    order.save()
    return order


class OfficerFactory(DjangoModelFactory):
    class Meta:
        model = ProbationOfficer

    case = factory.SubFactory(CaseFactory)
    office = "Bapas Bogor"
    name = "Rudi PK"
    recorded_by = factory.SelfAttribute("case.lead_worker")
