"""Answers as given, read with the skip rules of their instrument.

Source: WHO ASSIST v3.1 manual, administration rules. A sheet never changes what it was given.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from screening.engine.instrument import Asked, Instrument, Option, Question


Row = tuple[str, str | None]
"""A question and a substance; None where the question is about the whole person."""


class _Absent:
    """Marks an answer that was not given, since None may have been given."""


ABSENT: Final = _Absent()


@dataclass(frozen=True, slots=True)
class Sheet:
    instrument: Instrument
    answers: Mapping[object, object]

    def given(self, question: Question, substance: str | None) -> object:
        answer = self.answers.get(question.code, ABSENT)
        if substance is None:
            return answer
        return answer.get(substance, ABSENT) if isinstance(answer, Mapping) else ABSENT

    def option(self, question: Question, substance: str | None) -> Option | None:
        """The option chosen, or None when there is no readable answer."""
        return question.option(self.given(question, substance))

    def ever_used(self, substance: str | None) -> bool:
        option = self.option(self.instrument.question(self.instrument.ever_question), substance)
        return option is not None and option.value is True

    def used_recently(self, substance: str | None) -> bool:
        option = self.option(self.instrument.question(self.instrument.recent_question), substance)
        return self.ever_used(substance) and option is not None and option.value != "never"

    def any_ever_used(self) -> bool:
        return any(self.ever_used(substance.code) for substance in self.instrument.substances)

    def asks(self, question: Question, substance: str | None) -> bool:
        match question.asked:
            case Asked.ALWAYS:
                return True
            case Asked.EVER_USED:
                return self.ever_used(substance)
            case Asked.USED_RECENTLY:
                return self.used_recently(substance)
            case Asked.ANY_EVER_USED:
                return self.any_ever_used()

    def asked(self) -> Iterator[tuple[Question, str | None]]:
        """Every row the interview should show now, in the order of the instrument."""
        for question in self.instrument.questions:
            for substance in self.instrument.substances_of(question):
                if self.asks(question, substance):
                    yield question, substance


def sheet_of(instrument: Instrument, answers: object) -> Sheet:
    """A sheet over whatever was given; what is not a mapping counts as nothing answered."""
    return Sheet(instrument, answers if isinstance(answers, Mapping) else {})
