"""What the forms hand to the services: plain facts, checked for shape, not yet for sense."""

from dataclasses import dataclass
from datetime import date

from accounts.models import User
from regions.models import Regency


@dataclass(frozen=True, slots=True)
class Identity:
    """The columns of `Client` under their own names, so that a change can be told field by field."""

    name: str
    sex: str
    birth_date: date
    regency: Regency
    nik: str = ""
    nik_missing_reason: str = ""
    birth_date_estimated: bool = False
    birth_place: str = ""
    marital_status: str = ""
    education: str = ""
    occupation: str = ""
    address: str = ""
    phone: str = ""
    nomor_kk: str = ""
    no_family: bool = False
    interpreter: str = ""
    nationality: str = ""
    mobility: str = ""
    senses: str = ""
    unit_wish: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    name: str
    relation: str
    phone: str = ""
    address: str = ""
    is_guardian: bool = False
    may_be_contacted: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """How a case begins: who sent the person, where the law stands, who leads."""

    referral_source: str
    legal_status: str
    lead_worker: User
    referred_by: str = ""
    reentry_reason: str = ""
    """Of who comes back: why."""


@dataclass(frozen=True, slots=True)
class Vital:
    """Why somebody is looked after before they can agree: a `VitalReason`, and what was seen."""

    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """A consent as it was given; the text is the one current on the day it is recorded."""

    given_by: str
    method: str
    given_on: date
    guardian_name: str = ""
