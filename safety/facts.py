"""What forms and the apps above tell of a danger, as the services take it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from files.inspection.content import Upload
from partners.models import Institution


@dataclass(frozen=True, slots=True)
class Seen:
    """Signs of danger (codes of `safety.signs`), and what they came to light in: a `Source`, and its row."""

    flags: Sequence[str]
    source: str
    subject: str


@dataclass(frozen=True, slots=True)
class Sending:
    """How somebody goes to a clinician. All of it may be missing: nobody is held up by a form."""

    hospital: Institution | None = None
    hospital_name: str = ""
    companion: str = ""
    left_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a clinician said, where and when."""

    outcome: str
    clinician: str
    place: str
    found_on: date
    note: str = ""
    file: Upload | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody found a home on a day: `is_safe` is None where they asked and it is not known."""

    is_safe: bool | None
    source: str
    on: date


@dataclass(frozen=True, slots=True)
class Raised:
    """A danger at home; `what` is a `Danger`, `source` a `Source`."""

    what: str
    source: str
    words: str = ""
    to_call: str = ""
