"""One section's answers, kept on the server: any colleague goes on with them, on any device."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from common.errors import DomainError
from screening.assessment.answers import Answers
from screening.assessment.progress import is_complete
from screening.assessment.questions import Section
from screening.assessment.scales import flags_of, result_of
from screening.assessment.selectors import answers_of
from screening.assessment.services.dangers import refer_for, tell_dangers
from screening.assessment.services.locking import demand_draft, lock_assessment
from screening.engine.red_flags import RED_FLAGS, RedFlag
from screening.models import Assessment, AssessmentPart


@dataclass(frozen=True, slots=True)
class PartEntry:
    """What a section's page sends: for each question the words a form writes; empty takes one back.

    `revision` is the part's when the page was opened.
    """

    section: Section
    given: Mapping[str, list[str]]
    revision: int


@dataclass(frozen=True, slots=True)
class PartSaved:
    part: AssessmentPart
    raised: tuple[RedFlag, ...] = ()
    """Dangers that this very saving brought to light."""


class StalePart(DomainError):
    """Another device changed this section after the page was opened."""

    def __init__(self, part: AssessmentPart) -> None:
        message = _(
            "Bagian ini sudah diubah di perangkat lain setelah Anda membukanya."
            " Isian Anda masih ada di layar ini, tetapi belum disimpan."
        )
        super().__init__(message, code="stale_draft")
        self.part = part


@transaction.atomic
def save_part(*, assessment: Assessment, entry: PartEntry, actor: User, at: datetime) -> PartSaved:
    """A draft is no event: the timeline stays quiet, but for a danger that comes to light."""
    assessment = lock_assessment(assessment)
    demand_draft(assessment)
    part = _part(assessment, entry.section, actor, at)
    before = answers_of(part)
    after = _with_entry(before, entry)
    if after == before:
        return PartSaved(part)
    if part.revision > entry.revision:
        raise StalePart(part)
    _keep(part, entry.section, after)
    part.saved_by, part.saved_at = actor, at
    part.save()
    assessment.add_writer(actor.pk)
    assessment.save(update_fields=["writers"])
    raised = _raised(entry.section, before, after)
    tell_dangers(assessment, entry.section.code, before, after, actor=actor, at=at)
    refer_for(assessment, [flag.code for flag in raised], actor=actor, at=at)
    return PartSaved(part, raised)


def _part(assessment: Assessment, section: Section, actor: User, at: datetime) -> AssessmentPart:
    part = assessment.parts.filter(code=section.code).first()
    if part is None:
        part = AssessmentPart(
            code=section.code, version=section.version, saved_by=actor, saved_at=at
        )
    part.assessment = assessment
    return part


def _with_entry(before: Answers, entry: PartEntry) -> Answers:
    try:
        return before.with_entry(entry.section, entry.given)
    except ValueError as error:
        raise DomainError(
            _("Ada jawaban yang tidak dikenal. Muat ulang halaman, lalu pilih kembali."),
            code="unreadable_answer",
        ) from error


def _keep(part: AssessmentPart, section: Section, answers: Answers) -> None:
    result = result_of(section, answers.coded)
    part.answers, part.texts = dict(answers.coded), dict(answers.words)
    part.result = result.to_dict() if result else None
    part.is_complete = is_complete(section, answers)
    part.revision += 1


def _raised(section: Section, before: Answers, after: Answers) -> tuple[RedFlag, ...]:
    new = set(flags_of(section, after.coded)) - set(flags_of(section, before.coded))
    return tuple(flag for flag in RED_FLAGS if flag.code in new)
