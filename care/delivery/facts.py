"""What a worker tells of a service, as forms hand it to the services."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from accounts.models import User
from care.models import PlanService
from files.inspection.content import Upload
from partners.models import Institution


@dataclass(frozen=True, slots=True)
class Given:
    kind: str
    component: str
    held_on: date
    worker: User
    summary: str
    duration: int | None = None
    place: str = ""
    reaction: str = ""
    next_on: date | None = None
    plan_service: PlanService | None = None


@dataclass(frozen=True, slots=True)
class VisitFacts:
    met: str
    condition: str
    is_unsafe: bool = False
    concern: str = ""


@dataclass(frozen=True, slots=True)
class AidFacts:
    item: str
    quantity: Decimal
    unit: str
    value: int
    source: str
    handed_to: str
    proof: Upload | None = None
    tools: str = ""


@dataclass(frozen=True, slots=True)
class TrainingFacts:
    topic: str
    hours: int
    starts_on: date
    ends_on: date
    attained: str
    provider: Institution | None = None
    provider_name: str = ""
    certificate: str = ""
    proof: Upload | None = None


Part = VisitFacts | AidFacts | TrainingFacts | None


@dataclass(frozen=True, slots=True)
class GroupFacts:
    name: str
    kind: str
    facilitator: User
    started_on: date
    is_active: bool = True
    meets_on: int | None = None
    """Day of the week, 0 is Monday."""


@dataclass(frozen=True, slots=True)
class StepFacts:
    on: date
    evidence: str
    phase: str = ""
    level: str = ""
    values_on: date | None = None


@dataclass(frozen=True, slots=True)
class SessionFacts:
    kind: str
    component: str
    topic: str
    held_at: datetime
    duration: int
    facilitator: User
    cohesion: int | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the roll."""

    case_id: int
    status: str
    note: str = ""
