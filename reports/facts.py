"""What services take about a submission."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ActivityFacts:
    kind: str
    setting: str
    sessions: int
    people: int


@dataclass(frozen=True, slots=True)
class MoneyFacts:
    component: str
    amount: int
    receipt_number: str
    on: date


@dataclass(frozen=True, slots=True)
class SubmissionFacts:
    month: date
    note: str = ""
    activities: tuple[ActivityFacts, ...] = ()
    money: tuple[MoneyFacts, ...] = ()
