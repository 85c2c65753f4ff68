"""What every act on an assessment begins with: the case locked, the assessment as it stands now."""

from django.utils.translation import gettext as _

from clients.models import Case
from clients.transitions import lock_case
from common.errors import DomainError
from screening.assessment.workflow import IllegalMove, next_status
from screening.enums import AssessmentStatus
from screening.models import Assessment


def lock_assessment(assessment: Assessment) -> Assessment:
    """Every change of an assessment or of its parts holds its case's lock, so that none is lost."""
    case = lock_open_case(assessment.case)
    now = Assessment.objects.get(pk=assessment.pk)
    now.case = case
    return now


def move_assessment(assessment: Assessment, verb: str) -> None:
    """Set the status that `verb` leads to; the caller saves. A move out of turn is a DomainError."""
    try:
        assessment.status = next_status(verb, assessment.status)
    except IllegalMove as error:
        raise _moved_on(assessment) from error


def demand_draft(assessment: Assessment) -> None:
    if not assessment.is_draft:
        raise _moved_on(assessment)


def _moved_on(assessment: Assessment) -> DomainError:
    status = AssessmentStatus(assessment.status).label
    return DomainError(
        _(
            "Asesmen ini sudah berstatus “%(status)s”. Muat ulang halaman untuk melihat perubahannya."
        )
        % {"status": status},
        code="wrong_status",
    )


def lock_open_case(case: Case) -> Case:
    client = case.client
    case = lock_case(case)
    case.client = client
    if not case.is_open:
        raise DomainError(
            _("Kasus ini sudah ditutup; asesmennya tidak dapat diubah lagi."), code="case_closed"
        )
    return case
