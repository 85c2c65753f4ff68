"""One section's answers, kept on the server: any colleague goes on with them, on any device."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.models import User
from screening.assessment.answers import Answers
from screening.assessment.questions import Section
from screening.assessment.scales import flags_of
from screening.assessment.selectors import answers_of
from screening.assessment.services.dangers import refer_for, tell_dangers
from screening.assessment.services.locking import demand_draft, lock_consented
from screening.assessment.services.writing import PartEntry, write_part
from screening.engine.red_flags import RED_FLAGS, RedFlag
from screening.models import Assessment, AssessmentPart


@dataclass(frozen=True, slots=True)
class PartSaved:
    part: AssessmentPart
    raised: tuple[RedFlag, ...] = ()
    """Dangers that this very saving brought to light."""


@transaction.atomic
def save_part(*, assessment: Assessment, entry: PartEntry, actor: User, at: datetime) -> PartSaved:
    """A draft is no event: the timeline stays quiet, but for a danger that comes to light."""
    assessment = lock_consented(assessment)
    demand_draft(assessment)
    kept = assessment.parts.filter(code=entry.section.code).first()
    part = kept or AssessmentPart(saved_by=actor, saved_at=at)
    part.assessment = assessment
    before = answers_of(part)
    if not write_part(part, entry, actor=actor, at=at):
        return PartSaved(part)
    assessment.add_writer(actor.pk)
    assessment.save(update_fields=["writers"])
    after = answers_of(part)
    raised = _raised(entry.section, before, after)
    tell_dangers(assessment, entry.section.code, before, after, actor=actor, at=at)
    refer_for(assessment, [flag.code for flag in raised], actor=actor, at=at)
    return PartSaved(part, raised)


def _raised(section: Section, before: Answers, after: Answers) -> tuple[RedFlag, ...]:
    new = set(flags_of(section, after.coded)) - set(flags_of(section, before.coded))
    return tuple(flag for flag in RED_FLAGS if flag.code in new)
