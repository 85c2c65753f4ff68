"""What people say about an end of care, as the services take it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Advice:
    """About overdose, given to whom; `naloxone`: how the person can come by it."""

    on: date
    given_to: str
    naloxone: str
    words: str = ""
