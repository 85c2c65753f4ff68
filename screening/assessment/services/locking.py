"""What every act on an assessment begins with: the case locked, the assessment as it stands now."""

from django.utils.translation import gettext as _

from clients.models import Case
from clients.rules import demand_consent
from clients.transitions import lock_case
from common.errors import DomainError
from common.workflow import moved_on
from screening.enums import AssessmentStatus
from screening.models import Assessment


def lock_assessment(assessment: Assessment) -> Assessment:
    """Every change of an assessment or of its parts holds its case's lock, so that none is lost."""
    case = lock_open_case(assessment.case)
    now = Assessment.objects.get(pk=assessment.pk)
    now.case = case
    return now


def lock_consented(assessment: Assessment) -> Assessment:
    """To ask more, or to make more of what was told: of whoever agrees still (UU 27/2022 art. 40)."""
    assessment = lock_assessment(assessment)
    demand_consent(assessment.case.client)
    return assessment


def demand_draft(assessment: Assessment) -> None:
    if not assessment.is_draft:
        raise moved_on(AssessmentStatus(assessment.status))


def lock_open_case(case: Case) -> Case:
    client = case.client
    case = lock_case(case)
    case.client = client
    if not case.is_open:
        raise DomainError(
            _("Kasus ini sudah ditutup; asesmennya tidak dapat diubah lagi."), code="case_closed"
        )
    return case
