from clients.models import Case
from partners.enums import CareBase
from partners.models import Institution
from screening.enums import OverrideCode, ScreeningStatus
from screening.models import RoutingDecision, Screening
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
