"""Tasks beside the next step of a case: the whole institution's unless told."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from care.enums import CareTask
from clients.models import CaseTask
from tests.clients.factories import CaseFactory


class CaseTaskFactory(DjangoModelFactory):
    class Meta:
        model = CaseTask

    case = factory.SubFactory(CaseFactory)
    kind = CareTask.SUPPORT
    subject = factory.Sequence(lambda n: f"support:{n}")
    institution = factory.LazyAttribute(lambda o: o.case.institution)
    due_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=3))
    added_by = factory.LazyAttribute(lambda o: o.case.lead_worker)
    added_at = factory.LazyFunction(timezone.now)
