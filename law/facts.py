"""What the forms of the register hand to its services."""

from dataclasses import dataclass
from datetime import date

from files.inspection.content import Upload


@dataclass(frozen=True, slots=True)
class StageFacts:
    legal_status: str
    since: date
    is_detained: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """The columns of `Order` under their own names; without `ends_on` it is reckoned from begin and months."""

    ordered_by: str
    office: str
    letter_number: str
    given_on: date
    articles: str = ""
    ordered_base: str = ""
    months: int | None = None
    begins_on: date | None = None
    ends_on: date | None = None
    report_due_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExtensionFacts:
    letter_number: str
    given_on: date
    until_on: date


@dataclass(frozen=True, slots=True)
class OfficerFacts:
    office: str
    name: str
    phone: str = ""


Paper = Upload | None
