"""Institutions beside their agreements, and how many stand where."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from partners.enums import Component, SpecialNeed
from partners.models import (
    EXPIRING_DAYS,
    Agreement,
    Institution,
    expiring_between,
    over_on,
    valid_on,
)
from regions.languages import Language


HORIZONS = (90, 60, 30)


@dataclass(frozen=True, slots=True)
class Standing:
    """The sentence above the agreements."""

    active_partners: int
    expiring: int


def with_agreement(institutions: QuerySet[Institution], today: date) -> QuerySet[Any]:
    """Add `agreement_until`, the last day under an agreement in force, and `had_agreement`."""
    valid = Agreement.objects.valid_on(today).filter(institution=OuterRef("pk"))
    over = Agreement.objects.filter(over_on(today), institution=OuterRef("pk"))
    return institutions.annotate(
        agreement_until=Subquery(valid.order_by("-ends_on").values("ends_on")[:1]),
        had_agreement=Exists(over),
    )


def expiring_soon(institutions: QuerySet[Any], today: date) -> QuerySet[Any]:
    """Of rows `with_agreement`: whose last agreement in force runs out within 90 days."""
    return institutions.filter(agreement_until__lte=today + EXPIRING_DAYS)


def kind_counts(institutions: QuerySet[Institution]) -> dict[str, int]:
    rows = institutions.order_by().values_list("kind").annotate(n=Count("pk"))
    return dict(rows)


def standing(today: date) -> Standing:
    return Standing(
        active_partners=Institution.objects.active().with_valid_agreement(today).count(),
        expiring=Agreement.objects.expiring_between(today, today + EXPIRING_DAYS).count(),
    )


def agreement_statuses(today: date) -> dict[str, Q]:
    """The chips above the agreements; each is one question, counted and listed by the same words."""
    horizons = {
        f"within_{days}": expiring_between(today, today + timedelta(days=days)) for days in HORIZONS
    }
    return {
        "valid": valid_on(today),
        **horizons,
        "over": over_on(today),
        "unsigned": Q(signed_on__isnull=True),
    }


def agreement_counts(agreements: QuerySet[Agreement], today: date) -> dict[str, int]:
    """How many in each status; "" counts them all."""
    statuses = agreement_statuses(today)
    counted: dict[str, int] = agreements.aggregate(
        all=Count("pk"), **{name: Count("pk", filter=test) for name, test in statuses.items()}
    )
    return {"": counted.pop("all"), **counted}


def soonest_end_first(agreements: QuerySet[Agreement], today: date) -> QuerySet[Agreement]:
    """What has to be renewed next stands on top, what is over at the bottom."""
    is_over = Case(When(over_on(today), then=Value(1)), default=Value(0))
    return agreements.order_by(is_over, "ends_on", "pk")


def offers(institution: Institution) -> dict[str, list[Any]]:
    """What an institution is recorded to offer, in the order of the catalogue."""
    catalogue: dict[str, Any] = {
        "components": Component,
        "special_needs": SpecialNeed,
        "languages": Language,
    }
    return {
        name: [each for each in choices if each in getattr(institution, name)]
        for name, choices in catalogue.items()
    }
