"""Relapses of people whose care ani of Sentra Melati ended; named by her."""

from datetime import UTC, datetime

import factory
from factory.django import DjangoModelFactory

from care.aftercare_enums import RelapseAnswer, RelapseStatus
from care.models import Relapse
from tests.care.factories import ENDED
from tests.clients.factories import CaseFactory


NAMED = datetime(2026, 10, 20, 3, tzinfo=UTC)


class RelapseFactory(DjangoModelFactory):
    class Meta:
        model = Relapse

    case = factory.SubFactory(CaseFactory, in_aftercare=True)
    on = ENDED
    words = "Memakai lagi dua kali sejak teman lama datang."
    named_by = factory.SelfAttribute("case.lead_worker")
    named_at = NAMED

    class Params:
        planned = factory.Trait(
            status=RelapseStatus.PLANNED,
            warning_signs="Sulit tidur.",
            what_to_do="Menelepon kakak.",
            whom_to_call="Kakak, 0812.",
            planned_by=factory.SelfAttribute("named_by"),
            planned_at=NAMED,
        )
        settled = factory.Trait(
            planned=True,
            status=RelapseStatus.SETTLED,
            answer=RelapseAnswer.SUPPORT,
            answer_note="Kelompok tiap minggu.",
            settled_by=factory.SelfAttribute("named_by"),
            settled_at=NAMED,
        )
