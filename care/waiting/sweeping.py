"""What nobody did in time is found and set going again: once an hour, and as often as one likes.

Every row is moved by a service of its own, in a transaction and a scope of its own; whatever is no longer due
when its turn comes is left alone. Whoever waits is only told of a place, never placed.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from care.enums import PlacementStatus
from care.models import Placement
from care.placement.services.fitting import look_again_by_the_clock
from care.placement.services.overdue import (
    escalate_request,
    lapse_request,
    release_place,
    remind_of_start,
)
from care.waiting import selectors as queue
from care.waiting.services import leave_with_the_case, offer_place, pass_offer_on
from common.errors import DomainError
from common.scope import WEB, Scope, acting, nation


logger = logging.getLogger(__name__)


def sweep(*, at: datetime) -> Counter[str]:
    """Count what was done, by the name of its service."""
    today = timezone.localdate(at)
    done: Counter[str] = Counter()
    placements = Placement.objects.select_related("case")
    for rows, act in (
        (placements.falling_on(today).filter(status=PlacementStatus.REQUESTED), lapse_request),
        (placements.falling_on(today).filter(status=PlacementStatus.ACCEPTED), release_place),
        (placements.unanswered_on(today), escalate_request),
        (placements.not_begun_on(today), remind_of_start),
    ):
        for placement in found(rows):
            institutions = (placement.case.institution_id, placement.institution_id)
            done[act.__name__] += done_for(act, institutions, placement=placement, at=at)
    for entries, move in (
        (queue.left_behind(), leave_with_the_case),
        (queue.offers_over_on(today), pass_offer_on),
    ):
        for entry in found(entries):
            done[move.__name__] += done_for(move, [entry.case.institution_id], entry=entry, at=at)
    for case in found(queue.places_to_look_at()):
        done_for(look_again_by_the_clock, [case.institution_id], case=case, at=at)
    done[offer_place.__name__] += _offer_free_places(at)
    return done


def _offer_free_places(at: datetime) -> int:
    with acting(nation()):
        offers = queue.next_offers(today=timezone.localdate(at))
    return sum(
        done_for(offer_place, [entry.case.institution_id], entry=entry, institution=place, at=at)
        for entry, place in offers
    )


def found(rows: QuerySet[Any]) -> list[Any]:
    with acting(nation()):
        return list(rows.order_by("pk"))


def done_for(act: Callable[..., object], institutions: Iterable[int | None], **given: Any) -> bool:
    """In the names of the institutions whose case it is. One that fails does not hold up the others."""
    scope = Scope(
        WEB, tuple(institution for institution in institutions if institution is not None)
    )
    try:
        with acting(scope):
            act(**given)
    except DomainError:  # somebody acted meanwhile
        return False
    except Exception:
        logger.exception("sweep: %s failed", act.__name__)
        return False
    return True
