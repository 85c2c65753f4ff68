"""Beginning an assessment, and beginning the correction of a signed one."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from clients.models import Case
from clients.rules import demand_consent
from clients.transitions import tell
from common.errors import DomainError
from screening.assessment.selectors import ASSESSED_AT, kinds_open, screening_behind
from screening.assessment.services.locking import lock_open_case
from screening.assessment.services.writing import copy_part
from screening.enums import AssessmentStatus, ScreeningEvent
from screening.models import Assessment, AssessmentPart


@transaction.atomic
def start_assessment(*, case: Case, kind: str, actor: User, at: datetime) -> Assessment:
    """Begin an assessment, or join the one that is under way."""
    case = lock_open_case(case)
    under_way = case.assessments.unfinished().first()
    if under_way:
        return under_way
    _demand_consent(case)
    _demand_gate(case)
    if kind not in kinds_open(case):
        raise DomainError(
            _("Pilih jenis asesmen yang sesuai dengan tahap kasus ini."), code="kind", field="kind"
        )
    assessment = Assessment.objects.create(case=case, kind=kind, started_by=actor, started_at=at)
    tell(case, ScreeningEvent.ASSESSMENT_STARTED, actor=actor, at=at, which=kind)
    return assessment


@transaction.atomic
def correct_assessment(
    *, assessment: Assessment, reason: str, actor: User, at: datetime
) -> Assessment:
    """A signed assessment never changes: a new one names it, and starts with its answers."""
    case = lock_open_case(assessment.case)
    old = Assessment.objects.get(pk=assessment.pk)
    demand_consent(case.client)
    _demand_correctable(case, old)
    if not reason.strip():
        raise DomainError(_("Tulis apa yang dikoreksi."), code="no_reason", field="reason")
    new = Assessment.objects.create(
        case=case,
        kind=old.kind,
        corrects=old,
        correction_reason=reason.strip(),
        started_by=actor,
        started_at=at,
    )
    for part in old.parts.all():
        part.assessment = old
        copy_part(part, AssessmentPart(assessment=new), actor=actor, at=at)
    tell(
        case,
        ScreeningEvent.ASSESSMENT_REOPENED,
        actor=actor,
        at=at,
        note=new.correction_reason,
        which=old.kind,
    )
    return new


def _demand_consent(case: Case) -> None:
    """UU 27/2022 art. 20 and 25: no processing of health data without consent in force."""
    if not case.client.consents.in_force().exists():
        raise DomainError(
            _("Belum ada persetujuan yang berlaku. Catat persetujuan klien sebelum asesmen."),
            code="no_consent",
        )


def _demand_gate(case: Case) -> None:
    if case.status not in ASSESSED_AT or screening_behind(case) is None:
        raise DomainError(
            _("Asesmen dimulai setelah skrining selesai dan tidak ada tanda bahaya."),
            code="no_screening",
        )


def _demand_correctable(case: Case, old: Assessment) -> None:
    if old.status != AssessmentStatus.SIGNED:
        raise DomainError(_("Hanya asesmen yang sudah disahkan yang dikoreksi."), code="not_signed")
    if hasattr(old, "corrected_by"):
        raise DomainError(
            _("Asesmen ini sudah dikoreksi. Koreksilah yang terbaru."), code="corrected"
        )
    if case.assessments.unfinished().exists():
        raise DomainError(
            _("Masih ada asesmen yang belum selesai. Selesaikan dahulu, lalu mulai koreksi."),
            code="under_way",
        )
