"""Where to ask next, after one has said no or nothing."""

from datetime import date

from care.enums import PlacementStatus
from care.models import FAILED, Placement
from care.placement.matching.ranking import Candidate, ranked
from care.placement.selectors.tried import tried
from clients.enums import CaseStatus
from clients.models import Case


SHOWN = 3


def waits_for_another(placement: Placement) -> bool:
    """It came to nothing, the case still needs a place, and no other request is on its way."""
    case = placement.case
    return (
        placement.status in FAILED
        and placement.institution_id is not None
        and case.status == CaseStatus.PLACEMENT
        and not Placement.objects.open().filter(case=case).exists()
    )


def last_failed(case: Case) -> Placement | None:
    """The request that another one follows, when there is none open."""
    last = case.placements.exclude(status=PlacementStatus.ENDED).order_by("-pk").first()
    return last if last is not None and waits_for_another(last) else None


def next_places(case: Case, *, today: date) -> list[Candidate]:
    """The best of those that have not been asked in vain."""
    return ranked(case, today=today, exclude=tried(case).keys())[:SHOWN]
