"""One section's answers, kept on the server: any colleague goes on with them, on any device."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task
from clients.transitions import tell
from screening.assessment.answers import Answers
from screening.assessment.questions import Section
from screening.assessment.scales import flags_of
from screening.assessment.selectors import answers_of
from screening.assessment.services.locking import demand_draft, lock_assessment
from screening.assessment.services.writing import PartEntry, write_part
from screening.engine.red_flags import RED_FLAGS, RedFlag
from screening.enums import ScreeningEvent, ScreeningTask
from screening.models import Assessment, AssessmentPart


@dataclass(frozen=True, slots=True)
class PartSaved:
    part: AssessmentPart
    raised: tuple[RedFlag, ...] = ()
    """Dangers that this very saving brought to light."""


@transaction.atomic
def save_part(*, assessment: Assessment, entry: PartEntry, actor: User, at: datetime) -> PartSaved:
    """A draft is no event: the timeline stays quiet, but for a danger that comes to light."""
    assessment = lock_assessment(assessment)
    demand_draft(assessment)
    kept = assessment.parts.filter(code=entry.section.code).first()
    part = kept or AssessmentPart(saved_by=actor, saved_at=at)
    part.assessment = assessment
    before = answers_of(part)
    if not write_part(part, entry, actor=actor, at=at):
        return PartSaved(part)
    assessment.add_writer(actor.pk)
    assessment.save(update_fields=["writers"])
    raised = _raised(entry.section, before, answers_of(part))
    for flag in raised:
        _call_for_help(assessment, flag, actor, at)
    if raised:
        signs = [flag.code for flag in raised]
        tell(assessment.case, ScreeningEvent.DANGER_FOUND, actor=actor, at=at, signs=signs)
    return PartSaved(part, raised)


def _raised(section: Section, before: Answers, after: Answers) -> tuple[RedFlag, ...]:
    new = set(flags_of(section, after.coded)) - set(flags_of(section, before.coded))
    return tuple(flag for flag in RED_FLAGS if flag.code in new)


def _call_for_help(assessment: Assessment, flag: RedFlag, actor: User, at: datetime) -> None:
    """Due today, and open until somebody writes down what came of it: taking the answer back closes nothing."""
    task = NewTask(
        kind=ScreeningTask.RETRIAGE,
        subject=subject_of(assessment, flag.code),
        due_on=localdate(at),
        institution=actor.institution or assessment.case.institution,
        owner=actor,
        facts={"danger": flag.code},
    )
    add_task(assessment.case, task, actor=actor, at=at)
