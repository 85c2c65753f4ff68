"""Two assessments beside each other: what changed, and by how much."""

from dataclasses import dataclass

from screening.assessment.answers import Answers
from screening.assessment.progress import Progress, Step
from screening.assessment.questions import Question, Words
from screening.assessment.reading import Score, score_of


@dataclass(frozen=True, slots=True)
class Compared:
    """One question. Words in confidence are told apart: they are shown by another rule."""

    label: Words
    before: str
    now: str
    is_words: bool

    @property
    def is_changed(self) -> bool:
        return self.before != self.now


@dataclass(frozen=True, slots=True)
class ScorePair:
    title: str
    before: float | None
    now: float | None

    @property
    def difference(self) -> float | None:
        if self.before is None or self.now is None:
            return None
        return round(self.now - self.before, 2)


@dataclass(frozen=True, slots=True)
class ComparedSection:
    title: Words
    rows: tuple[Compared, ...]
    scores: tuple[ScorePair, ...]

    @property
    def changes(self) -> int:
        return sum(1 for row in self.rows if row.is_changed)


def compare(before: Progress, now: Progress) -> list[ComparedSection]:
    """The sections of both, in the order of the newer one; what was answered in neither is left out."""
    old = {step.section.code: step for step in before.steps if step.answered}
    new = {step.section.code: step for step in now.steps if step.answered}
    codes = [*new, *(code for code in old if code not in new)]
    return [_compared(old.get(code), new.get(code)) for code in codes]


def _compared(before: Step | None, now: Step | None) -> ComparedSection:
    section = (now or before).section  # type: ignore[union-attr]  # one of both has it
    rows = tuple(
        _row(question, before.answers if before else Answers(), now.answers if now else Answers())
        for question in section.questions
    )
    answered = tuple(row for row in rows if row.before or row.now)
    return ComparedSection(section.title, answered, tuple(_scores(before, now)))


def _row(question: Question, before: Answers, now: Answers) -> Compared:
    return Compared(question.label, before.said(question), now.said(question), question.is_words)


def _scores(before: Step | None, now: Step | None) -> list[ScorePair]:
    """Of versions that count alike only: those with the same first number."""
    if before and now and _counting(before) != _counting(now):
        return []
    old, new = _numbers(before), _numbers(now)
    return [ScorePair(title, old.get(title), new.get(title)) for title in {**new, **old}]


def _numbers(step: Step | None) -> dict[str, float]:
    score: Score | None = score_of(step) if step else None
    if score is None:
        return {}
    return {title: value for title, value in score.progress if value is not None}


def _counting(step: Step) -> str:
    return step.section.version.partition(".")[0]
