"""How the six views of a person are worked out: signs with a level, and what nobody has found out yet."""

from collections.abc import Callable
from dataclasses import dataclass

from screening.engine.cases import Case
from screening.engine.proposals import Lens, Note
from screening.engine.texts import Text


Words = Callable[[Case], dict[str, Text]]


@dataclass(frozen=True, slots=True)
class Sign:
    """Something known that puts the lens at `level`, 0 to 3; 0 is said to reassure."""

    code: str
    level: int
    when: Callable[[Case], bool]
    text: Text
    words: Words | None = None

    def note(self, case: Case) -> Note:
        return Note(self.code, self.text.filled(self.words(case)) if self.words else self.text)


@dataclass(frozen=True, slots=True)
class Gap:
    code: str
    when: Callable[[Case], bool]
    text: Text


@dataclass(frozen=True, slots=True)
class LensRules:
    code: str
    title: Text
    signs: tuple[Sign, ...]
    gaps: tuple[Gap, ...]

    def seen(self, case: Case) -> Lens:
        """The level of the heaviest sign; signs of one level stay in the order of the table."""
        held = sorted((s for s in self.signs if s.when(case)), key=lambda sign: -sign.level)
        missing = tuple(Note(gap.code, gap.text) for gap in self.gaps if gap.when(case))
        level = held[0].level if held else 0
        return Lens(self.code, self.title, level, tuple(sign.note(case) for sign in held), missing)
