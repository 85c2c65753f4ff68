"""What the engine refuses, and why."""

from typing import Literal

from screening.engine.texts import Text


Problem = Literal["missing", "unknown", "contradictory", "unreadable"]

PROBLEMS: dict[Problem, Text] = {
    "missing": Text("belum dijawab", "not answered yet"),
    "unknown": Text("bukan bagian dari instrumen ini", "not part of this instrument"),
    "contradictory": Text(
        "bertentangan dengan jawaban sebelumnya: seharusnya tidak ditanyakan",
        "contradicts an earlier answer: it should not have been asked",
    ),
    "unreadable": Text("jawaban tidak terbaca", "the answer cannot be read"),
}


class AnswerError(ValueError):
    """An answer that is missing, unknown or contradictory. The engine never guesses one."""

    def __init__(
        self, problem: Problem, question: str | None = None, substance: str | None = None
    ) -> None:
        super().__init__(problem, question, substance)
        self.problem: Problem = problem
        self.question = question
        self.substance = substance

    @property
    def text(self) -> Text:
        return PROBLEMS[self.problem]

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.question, self.substance) if part)
        return f"{place or 'answers'}: {self.text.en}"


class UnknownInstrument(LookupError):
    """No published instrument has this code and version."""


class UnknownRuleset(LookupError):
    """No published ruleset has this version."""
