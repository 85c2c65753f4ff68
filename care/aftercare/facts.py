"""What people say about a life after care, as the services take it."""

from dataclasses import dataclass
from datetime import date

from partners.models import Institution


@dataclass(frozen=True, slots=True)
class SafetyPlan:
    """What warns of using again, what is done then, who is called."""

    warning_signs: str
    what_to_do: str
    whom_to_call: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Prison: since when, where, reached through whom, until when."""

    began_on: date
    prison: str
    bapas: str = ""
    release_on: date | None = None


@dataclass(frozen=True, slots=True)
class DeathFacts:
    """`on` is nothing where nobody knows the day."""

    on: date | None
    place: str
    cause: str
    by_overdose: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """That the person agrees to another institution, and what it has to know."""

    institution: Institution
    agreed_on: date
    agreed_how: str
    note: str


@dataclass(frozen=True, slots=True)
class Programme:
    """Extended guidance: from when until when, what it is for, which cadre is near."""

    starts_on: date
    planned_until: date
    aims: str
    cadre: str = ""


@dataclass(frozen=True, slots=True)
class GuidedContact:
    """`fellowship` and `times` belong to a self-help group outside."""

    on: date
    track: str
    note: str
    fellowship: str = ""
    times: int | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    on: date
    attained: str
    words: str
