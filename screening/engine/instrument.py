"""The shape of an instrument: data only, so that a published version can stay frozen for ever."""

from dataclasses import dataclass
from enum import StrEnum

from screening.engine.levels import Risk
from screening.engine.texts import Text


class Asked(StrEnum):
    """When the skip rules let a question through."""

    ALWAYS = "always"
    EVER_USED = "ever_used"
    USED_RECENTLY = "used_recently"
    ANY_EVER_USED = "any_ever_used"


@dataclass(frozen=True, slots=True)
class Option:
    value: bool | str
    label: Text
    points: int


@dataclass(frozen=True, slots=True)
class Question:
    code: str
    prompt: Text
    hint: Text
    options: tuple[Option, ...]
    asked: Asked
    counted: bool = True
    per_substance: bool = True
    not_for: tuple[str, ...] = ()
    accepted_unasked: str | None = None
    """An answer that does no harm when the question was not asked."""

    def option(self, value: object) -> Option | None:
        if not isinstance(value, bool | str):
            return None
        return next((option for option in self.options if option.value == value), None)


@dataclass(frozen=True, slots=True)
class Substance:
    code: str
    label: Text
    hint: Text
    moderate_from: int
    high_from: int
    counts_for_risk: bool = True

    def risk(self, score: int) -> Risk:
        if score >= self.high_from:
            return "high"
        return "moderate" if score >= self.moderate_from else "low"


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the interview."""

    code: str
    title: Text
    intro: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    code: str
    version: str
    title: Text
    licence: Text
    source: str
    substances: tuple[Substance, ...]
    sections: tuple[Section, ...]
    ever_question: str
    recent_question: str
    injecting_question: str

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for section in self.sections for question in section.questions)

    def question(self, code: str) -> Question:
        return next(question for question in self.questions if question.code == code)

    def substance(self, code: str) -> Substance:
        return next(substance for substance in self.substances if substance.code == code)

    def substances_of(self, question: Question) -> tuple[str | None, ...]:
        """The rows of a question; a question about the whole person has the single row None."""
        if not question.per_substance:
            return (None,)
        return tuple(s.code for s in self.substances if s.code not in question.not_for)
