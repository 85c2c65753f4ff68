"""What people say about a plan, as the services take it."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import User
from care.models import PlanGoal
from partners.models import Institution


@dataclass(frozen=True, slots=True)
class Agreement:
    """That the client (or who answers for them) agrees: `witness` is named when it was said, not signed."""

    on: date
    by: str
    how: str
    words: str = ""
    witness: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    domain: str
    words: str
    due_on: date
    indicator: str = ""
    baseline: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    component: str
    institution: Institution
    starts_on: date
    ends_on: date
    times: int = 1
    per: str = "week"
    goal: PlanGoal | None = None
    worker: User | None = None
    given_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    held_at: datetime
    place: str
    attendees: str
    agenda: str
    minutes: str
    agrees_to_lighter_care: bool = False


@dataclass(frozen=True, slots=True)
class Staying:
    contact_by: User
    first_contact_on: date
    warning_signs: str
    emergency_contact: str
