"""How far an assessment has come, section by section; any order will do."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from screening.assessment.answers import Answers
from screening.assessment.plan import Plan, Planned
from screening.assessment.questions import Question, Section, Words
from screening.assessment.scales import unanswered_of


class Status(TextChoices):
    EMPTY = "empty", _("Belum diisi")
    PARTIAL = "partial", _("Sebagian")
    COMPLETE = "complete", _("Lengkap")


def missing(section: Section, answers: Answers) -> tuple[Question, ...]:
    """What has to be answered before the section is whole; an instrument has its own rule."""
    if section.scale:
        codes = unanswered_of(section, answers.coded)
        return tuple(question for question in section.questions if question.code in codes)
    asked = (question for question in section.questions if question.is_asked(answers.coded))
    wanted = (question for question in asked if question.required)
    return tuple(question for question in wanted if not answers.has(question))


def is_complete(section: Section, answers: Answers) -> bool:
    return not missing(section, answers)


@dataclass(frozen=True, slots=True)
class Step:
    planned: Planned
    answers: Answers
    answered: int
    missing: tuple[Question, ...]

    @property
    def section(self) -> Section:
        return self.planned.section

    @property
    def asked(self) -> int:
        return len(self.section.questions)

    @property
    def status(self) -> Status:
        if not self.missing and self.answered:
            return Status.COMPLETE
        return Status.PARTIAL if self.answered else Status.EMPTY

    @property
    def is_complete(self) -> bool:
        return self.status == Status.COMPLETE

    @property
    def holds_back(self) -> bool:
        """Before it is whole, nobody submits: required, or begun."""
        return not self.is_complete and (self.planned.is_required or bool(self.answered))

    @property
    def why(self) -> Words:
        return self.planned.why


class Progress:
    def __init__(self, plan: Plan, answers: Mapping[str, Answers]) -> None:
        self.steps = tuple(_step(planned, answers) for planned in plan)

    def step(self, slug: str) -> Step | None:
        return next((step for step in self.steps if step.section.slug == slug), None)

    @cached_property
    def holding_back(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.holds_back)

    @property
    def done(self) -> int:
        return sum(1 for step in self.steps if step.is_complete)

    @property
    def total(self) -> int:
        return len(self.steps)

    @property
    def is_complete(self) -> bool:
        return not self.holding_back

    def bar(self, section: Section) -> list[str]:
        """What `<c-step-bar>` draws on the page of a section."""
        return [
            "current" if step.section == section else "done" if step.is_complete else ""
            for step in self.steps
        ]

    def place_of(self, section: Section) -> int:
        return [step.section.code for step in self.steps].index(section.code) + 1

    def next_open(self, after: Section) -> Section | None:
        """The first section behind `after` that still has to be filled, else the first one anywhere."""
        passed = self.place_of(after)
        order = self.steps[passed:] + self.steps[:passed]
        return next((step.section for step in order if step.holds_back), None)


def _step(planned: Planned, answers: Mapping[str, Answers]) -> Step:
    section = planned.section
    given = answers.get(section.code, Answers())
    answered = sum(1 for question in section.questions if given.has(question))
    return Step(planned, given, answered, missing(section, given))
