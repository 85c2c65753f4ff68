"""What a place must offer before somebody is placed there: conditions, never only a rank."""

from collections.abc import Callable
from dataclasses import dataclass

from screening.engine.cases import Case
from screening.engine.texts import Text


@dataclass(frozen=True, slots=True)
class Condition:
    """`code` is the word of partners' SpecialNeed where there is one.

    `living_in`: it counts only where the client sleeps at the place.
    """

    code: str
    text: Text
    when: Callable[[Case], bool]
    source: str
    living_in: bool = False
