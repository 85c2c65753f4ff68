"""What the forms hand to the services, under the models' own names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from partners.enums import WorkDays
from partners.models import CLOSES, OPENS, Institution
from regions.models import Province, Regency


@dataclass(frozen=True, slots=True)
class InstitutionFacts:
    name: str
    kind: str
    regency: Regency
    address: str = ""
    phone: str = ""
    email: str = ""
    takes_male: bool = True
    takes_female: bool = False
    is_residential: bool = True
    age_min: int = 18
    age_max: int = 65
    capacity: int = 0
    accreditation_grade: str = ""
    accreditation_expires_on: date | None = None
    mentor: Institution | None = None
    components: Sequence[str] = ()
    special_needs: Sequence[str] = ()
    languages: Sequence[str] = ()
    social_workers: int = 0
    counsellors: int = 0
    mail_domains: Sequence[str] = ()
    admission_criteria: str = ""
    opens_at: time = OPENS
    closes_at: time = CLOSES
    work_days: int = WorkDays.FIVE
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class Coverage:
    """Where an institution works; empty means: not recorded."""

    provinces: tuple[Province, ...] = ()
    regencies: tuple[Regency, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    institution: Institution
    kind: str
    number: str
    title: str
    first_party: str
    scope: str
    starts_on: date
    ends_on: date
    groups: Sequence[str] = ()
    signed_on: date | None = None
    first_signer: str = ""
    second_signer: str = ""
