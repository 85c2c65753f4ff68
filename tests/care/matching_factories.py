from datetime import timedelta

from clients.models import Case
from partners.enums import CareBase
from partners.models import Institution
from screening.enums import AssessmentKind, AssessmentStatus, OverrideCode, ScreeningStatus
from screening.models import Assessment, RoutingDecision, Screening
from tests import people
from tests.partners.factories import InstitutionFactory
from tests.screening.factories import AT, CALM, ScreeningFactory


def sentra(name: str, **facts: object) -> Institution:
    """A balai in Kota Bogor with ten places and papers in order; nothing else is recorded of it."""
    return InstitutionFactory(**{"name": name, "with_agreement": True, **facts})


def screened(case: Case, **facts: object) -> Screening:
    """A finished interview of `case` in which these facts were told."""
    return ScreeningFactory(
        case=case,
        facts=CALM | facts,
        status=ScreeningStatus.FINISHED,
        finished_at=AT,
        proposal={},
        proposed_base=CareBase.BALAI,
    )


def overridden(screening: Screening, code: OverrideCode) -> RoutingDecision:
    """A person decided on a balai for a reason of their own."""
    return RoutingDecision.objects.create(
        screening=screening,
        proposed_base=CareBase.INSTITUTION,
        base=CareBase.BALAI,
        override_code=code,
        reason="Disepakati bersama keluarga.",
        decided_by=screening.started_by,
        decided_at=AT,
    )


def assessed(case: Case, **facts: object) -> Assessment:
    """A signed assessment of `case`, later than its interview, that found these facts."""
    return Assessment.objects.create(
        case=case,
        kind=AssessmentKind.INITIAL,
        status=AssessmentStatus.SIGNED,
        started_by=people.ani(),
        started_at=AT,
        submitted_by=people.ani(),
        submitted_at=AT,
        signed_by=people.budi(),
        signed_at=AT + timedelta(days=2),
        facts=facts,
    )
