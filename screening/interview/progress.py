"""How far an interview has come, section by section."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from screening.engine import red_flags
from screening.engine.red_flags import RedFlag
from screening.interview.drafts import Draft
from screening.interview.sections import SECTIONS, Section


class Status(TextChoices):
    TODO = "todo", _("Belum mulai")
    RUNNING = "running", _("Berjalan")
    DONE = "done", _("Selesai")
    SKIPPED = "skipped", _("Tidak berlaku")
    WAITING = "waiting", _("Menunggu bagian sebelumnya")


@dataclass(frozen=True, slots=True)
class Step:
    section: Section
    asked: int
    answered: int
    status: Status

    @property
    def is_open(self) -> bool:
        """There is something left to answer."""
        return self.status in {Status.TODO, Status.RUNNING}

    @property
    def is_done(self) -> bool:
        return self.status == Status.DONE

    @property
    def is_unfinished(self) -> bool:
        return self.status not in {Status.DONE, Status.SKIPPED}

    @property
    def may_be_opened(self) -> bool:
        return self.is_open or self.is_done


class Progress:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.steps = self._steps()

    def _steps(self) -> tuple[Step, ...]:
        steps: dict[str, Step] = {}
        for section in SECTIONS:
            asks = section.asks(self.draft)
            answered = sum(1 for ask in asks if self.draft.word(ask))
            before = [steps[code] for code in section.after]
            status = _status(len(asks), answered, before)
            if status == Status.DONE and section.faults(self.draft):
                status = Status.RUNNING
            steps[section.code] = Step(section, len(asks), answered, status)
        if not steps["danger"].is_done:
            return tuple(_held_back(step) for step in steps.values())
        return tuple(steps.values())

    @cached_property
    def counting(self) -> tuple[Step, ...]:
        """The sections that apply to this client, as far as is known."""
        return tuple(step for step in self.steps if step.status != Status.SKIPPED)

    @property
    def done(self) -> int:
        return sum(1 for step in self.counting if step.is_done)

    @property
    def total(self) -> int:
        return len(self.counting)

    @property
    def percent(self) -> int:
        asked = sum(step.asked for step in self.steps)
        return 100 * sum(step.answered for step in self.steps) // asked

    @property
    def is_complete(self) -> bool:
        return self.done == self.total

    def bar(self, section: Section) -> list[str]:
        """What `<c-step-bar>` draws on the page of a section."""
        return [
            "current" if step.section == section else "done" if step.is_done else ""
            for step in self.counting
        ]

    def step(self, section: Section) -> Step:
        return next(step for step in self.steps if step.section == section)

    def place_of(self, section: Section) -> int:
        """The section's number among those that apply, counted from 1."""
        codes = [step.section.code for step in self.counting]
        return codes.index(section.code) + 1 if section.code in codes else 0

    def next_open(self, after: Section | None = None) -> Section | None:
        """The first section left to answer behind `after`, else the first one anywhere."""
        codes = [section.code for section in SECTIONS]
        passed = codes.index(after.code) + 1 if after else 0
        order = self.steps[passed:] + self.steps[:passed]
        return next((step.section for step in order if step.is_open), None)


def _status(asked: int, answered: int, before: list[Step]) -> Status:
    if not asked:
        known = all(step.status in {Status.DONE, Status.SKIPPED} for step in before)
        return Status.SKIPPED if known else Status.WAITING
    if answered == asked:
        return Status.DONE
    return Status.RUNNING if answered else Status.TODO


def _held_back(step: Step) -> Step:
    """Until every danger sign has an answer, nothing else is asked."""
    if step.section.code == "danger" or step.status == Status.SKIPPED:
        return step
    return Step(step.section, step.asked, step.answered, Status.WAITING)


def raised_flags(draft: Draft) -> tuple[RedFlag, ...]:
    return red_flags.raised(red_flags.flagged(draft.red_flags))
