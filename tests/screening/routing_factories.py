"""Proposals at which people differ: moderate and high, two instruments far apart, an override that waits."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from accounts.enums import Role
from accounts.models import User
from partners.models import Institution
from screening import engine
from screening.decision.services.approvals import approve_override
from screening.decision.services.deciding import Answer
from screening.enums import AssessmentKind, AssessmentStatus
from screening.models import Assessment, RoutingDecision, Screening
from tests import people
from tests.care.papers import decide
from tests.screening.engine.sheets import LOW, MODERATE, sheet
from tests.screening.factories import AT, finished


REASON = "Klien meminta dekat dengan anaknya yang masih kecil."
LIGHTER = Answer("institution", "child_care", REASON)
LATER = AT + timedelta(days=1)
MUCH_LATER = AT + timedelta(days=10)


def moderate(**facts: Any) -> Screening:
    return finished(answers=sheet(cannabis=MODERATE), **facts)


def low(**facts: Any) -> Screening:
    return finished(answers=sheet(cannabis=LOW), **facts)


def assessed(screening: Screening, *, tools: dict[str, str], **facts: Any) -> Assessment:
    """An assessment signed after the screening, with these classes beside that of ASSIST."""
    result = engine.Result.from_dict(screening.result or {})
    others = {name: SimpleNamespace(risk=risk) for name, risk in tools.items()}
    proposal = engine.route({"assist": result, **others}, facts)
    return Assessment.objects.create(
        case=screening.case,
        kind=AssessmentKind.INITIAL,
        status=AssessmentStatus.SIGNED,
        proposal=proposal.to_dict(),
        risk=proposal.risk or "",
        proposed_base=proposal.base or "",
        started_by=people.ani(),
        started_at=AT,
        submitted_by=people.ani(),
        submitted_at=AT,
        signed_by=people.budi(),
        signed_at=LATER,
    )


def two_apart() -> Screening:
    """ASSIST says low, DAST-10 high: nobody decides yet."""
    screening = low()
    assessed(screening, tools={"dast10": "high"})
    return screening


def asked_for_approval(answer: Answer = LIGHTER, **facts: Any) -> RoutingDecision:
    """Ani decides on a lighter base than the high risk asks for."""
    screening = finished(**facts)
    return decide(screening=screening, answer=answer, actor=screening.started_by, at=AT)


def approved(**facts: Any) -> RoutingDecision:
    decision = asked_for_approval(**facts)
    return approve_override(decision=decision, note="", actor=people.budi(), at=LATER)


def colleague(role: str = Role.SOCIAL_WORKER, institution: Institution | None = None) -> User:
    """Indah, who works beside ani unless told otherwise."""
    found = User.objects.filter(email="indah@contoh.id").first()
    return found or User.objects.create_user(
        "indah@contoh.id", name="Indah", role=role, institution=institution or people.melati()
    )
