"""One part as a page sends it, and how it is kept: of an assessment, or of any other interview made of sections."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from common.errors import DomainError
from screening.assessment.answers import Answers
from screening.assessment.progress import is_complete
from screening.assessment.questions import Section
from screening.assessment.scales import result_of
from screening.assessment.selectors import answers_of
from screening.models import Part


@dataclass(frozen=True, slots=True)
class PartEntry:
    """What a section's page sends: for each question the words a form writes; empty takes one back.

    `revision` is the part's when the page was opened.
    """

    section: Section
    given: Mapping[str, list[str]]
    revision: int


class StalePart(DomainError):
    """Another device changed this section after the page was opened."""

    def __init__(self, part: Part) -> None:
        message = _(
            "Bagian ini sudah diubah di perangkat lain setelah Anda membukanya."
            " Isian Anda masih ada di layar ini, tetapi belum disimpan."
        )
        super().__init__(message, code="stale_draft")
        self.part = part


def write_part(part: Part, entry: PartEntry, *, actor: User, at: datetime) -> bool:
    """Whether anything changed. The caller holds the lock of the case, and has named whose part it is."""
    before = answers_of(part)
    after = _with_entry(before, entry)
    if after == before:
        return False
    if part.revision > entry.revision:
        raise StalePart(part)
    _fill(part, entry.section, after)
    part.saved_by, part.saved_at = actor, at
    part.save()
    return True


def copy_part(part: Part, to: Part, *, actor: User, at: datetime) -> None:
    """A correction begins with what was answered; the caller has named whose part the copy is."""
    for name in ("code", "version", "answers", "result", "is_complete"):
        setattr(to, name, getattr(part, name))
    to.texts = part.texts
    to.saved_by, to.saved_at = actor, at
    to.save()


def _with_entry(before: Answers, entry: PartEntry) -> Answers:
    try:
        return before.with_entry(entry.section, entry.given)
    except ValueError as error:
        raise DomainError(
            _("Ada jawaban yang tidak dikenal. Muat ulang halaman, lalu pilih kembali."),
            code="unreadable_answer",
        ) from error


def _fill(part: Part, section: Section, answers: Answers) -> None:
    result = result_of(section, answers.coded)
    part.code, part.version = section.code, section.version
    part.answers, part.texts = dict(answers.coded), dict(answers.words)
    part.result = result.to_dict() if result else None
    part.is_complete = is_complete(section, answers)
    part.revision += 1
