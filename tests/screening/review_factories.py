"""People in care who are screened again, through our own services."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from clients.models import Case
from screening.models import Screening, StepChange
from screening.services.drafts import start_screening
from screening.services.endings import finish_screening
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory, ConsentFactory
from tests.screening.engine.sheets import HIGH, LOW, MODERATE, sheet, substances_of
from tests.screening.factories import AT, CALM, NO_DANGER


LEVELS = {"low": LOW, "moderate": MODERATE, "high": HIGH}
STARTED = AT.date() - timedelta(days=20)


def in_care(risk: str = "moderate", base: str = "institution", **facts: Any) -> Case:
    """A case of ani's whose client agreed, twenty days in care."""
    client = ClientFactory(registered_by=people.ani())
    ConsentFactory(client=client)
    given = {"risk": risk, "base": base, "service_started_on": STARTED, **facts}
    return CaseFactory(client=client, in_service=True, **given)


def answered(screening: Screening, level: str, **facts: Any) -> Screening:
    """The draft with every section answered at this level."""
    draft = Screening.objects.select_related("case__client").get(pk=screening.pk)
    draft.red_flags = NO_DANGER
    draft.answers = sheet(amphetamine=LEVELS[level])
    draft.substances = substances_of(draft.answers)
    draft.facts = {**CALM, "family_support": "strong", **facts}
    draft.save()
    return draft


def rescreened(
    case: Case,
    level: str,
    *,
    at: datetime = AT,
    reason: str = "",
    facts: Mapping[str, Any] | None = None,
) -> Screening:
    """Screened again and finished."""
    draft = start_screening(case=case, actor=people.ani(), at=at, reason=reason)
    draft = answered(draft, level, **(facts or {}))
    return finish_screening(screening=draft, actor=people.ani(), at=at)


def proposed_up(**facts: Any) -> StepChange:
    return rescreened(in_care("low", "family", **facts), "high").proposed_change


def proposed_down() -> StepChange:
    """High, and low at two re-screenings running."""
    case = in_care("high", "balai")
    rescreened(case, "low", at=AT - timedelta(days=10))
    return rescreened(case, "low").proposed_change
