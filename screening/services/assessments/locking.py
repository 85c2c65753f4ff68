"""What every act on an assessment begins with: the case locked, the assessment as it stands now."""

from django.utils.translation import gettext as _

from atensi.common.errors import DomainError
from clients.models import Case
from clients.transitions import lock_case
from screening.enums import AssessmentStatus
from screening.models import Assessment


def lock_assessment(assessment: Assessment, *expected: AssessmentStatus) -> Assessment:
    """Every change of an assessment or of its parts holds its case's lock, so that none is lost."""
    case = lock_open_case(assessment.case)
    now = Assessment.objects.get(pk=assessment.pk)
    now.case = case
    if now.status not in expected:
        state = AssessmentStatus(now.status).label
        raise DomainError(
            _(
                "Asesmen ini sudah berkeadaan “%(state)s”. Muat ulang halaman untuk melihat perubahannya."
            )
            % {"state": state},
            code="wrong_status",
        )
    return now


def lock_open_case(case: Case) -> Case:
    client = case.client
    case = lock_case(case)
    case.client = client
    if not case.is_open:
        raise DomainError(
            _("Kasus ini sudah ditutup; asesmennya tidak dapat diubah lagi."), code="case_closed"
        )
    return case
