"""Places and who holds them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from care.models import Placement
from partners.models import Institution


@dataclass(frozen=True)
class Occupancy:
    taken: int
    capacity: int

    @property
    def free(self) -> int:
        return max(0, self.capacity - self.taken)


def occupancy(institution: Institution) -> Occupancy:
    taken = Placement.objects.holding_a_place().received_by(institution.pk).count()
    return Occupancy(taken, institution.capacity)


def with_free_places(institutions: QuerySet[Institution]) -> QuerySet[Any]:
    """Add `taken` and `free` to each row."""
    holding = (
        Placement.objects.holding_a_place()
        .filter(institution=OuterRef("pk"))
        .order_by()
        .values("institution")
        .annotate(n=Count("pk"))
        .values("n")
    )
    taken = Coalesce(Subquery(holding), 0, output_field=IntegerField())
    return institutions.annotate(taken=taken, free=F("capacity") - taken)
