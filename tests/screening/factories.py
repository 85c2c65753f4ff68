"""Interviews as they stand: begun, answered, finished.

Answer sheets come from tests/screening/engine/sheets.py; the factories go through our own services, so
that what they make is what the application makes.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import factory
from factory.django import DjangoModelFactory

from accounts.models import User
from clients.models import Case
from screening.engine.instruments import get
from screening.engine.red_flags import RED_FLAGS
from screening.models import Screening
from screening.services.endings import finish_screening
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory, ConsentFactory
from tests.screening.engine.sheets import HIGH, sheet, substances_of


AT = datetime(2026, 6, 2, 9, 41, tzinfo=ZoneInfo("Asia/Jakarta"))
NO_DANGER = {flag.code: False for flag in RED_FLAGS if flag.group != "pregnancy"}
CALM = {
    "tb_treatment": False,
    "hiv_art": False,
    "chronic_disease": False,
    "cares_for_infant": False,
    "home_safe": True,
    "active_user_in_household": False,
    "family_support": "fair",
    "relapses_after_treatment": 0,
    "opioid_maintenance": False,
    "works_or_studies": True,
    "remote": False,
    "threat": False,
    "wants": None,
    "court_order": None,
}


class ScreeningFactory(DjangoModelFactory):
    """A draft just begun; `answered=True` has every section done, with a high amphetamine score."""

    class Meta:
        model = Screening

    case = factory.SubFactory(CaseFactory, screening=True)
    version = factory.LazyFunction(lambda: get("assist").version)
    started_by = factory.SelfAttribute("case.lead_worker")
    started_at = AT

    class Params:
        safe = factory.Trait(red_flags=NO_DANGER)
        answered = factory.Trait(
            red_flags=NO_DANGER,
            answers=factory.LazyFunction(lambda: sheet(amphetamine=HIGH)),
            facts=CALM,
            substances=factory.LazyAttribute(lambda it: substances_of(it.answers)),
        )


def consenting_case(worker: User | None = None, **facts: Any) -> Case:
    """A case at the door whose client agreed to the processing of their data."""
    client = ClientFactory(registered_by=worker or people.ani())
    ConsentFactory(client=client)
    return CaseFactory(client=client, **facts)


def finished(**facts: Any) -> Screening:
    """A finished interview that proposes a balai, and waits for a decision."""
    screening = ScreeningFactory(answered=True, **facts)
    return finish_screening(screening=screening, actor=screening.started_by, at=AT)


def page_of(section: str, given: Mapping[str, str], **more: Any) -> dict[str, Any]:
    """What a browser posts for one section: page_of("q2", {"amphetamine": "daily"})."""
    per_substance = section in {"q1", "q2", "q3", "q4", "q5", "q6", "q7"}
    fields = {f"{section}-{row}" if per_substance else row: word for row, word in given.items()}
    return {**fields, "revision": "0", "action": "continue", **more}
