"""Places and who holds them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from care.models import Taken
from partners.models import Institution


@dataclass(frozen=True)
class Occupancy:
    taken: int
    capacity: int

    @property
    def free(self) -> int:
        return max(0, self.capacity - self.taken)


def occupancy(institution: Institution) -> Occupancy:
    row = Taken.objects.filter(institution=institution).first()
    return Occupancy(row.taken if row else 0, institution.capacity)


def with_free_places(institutions: QuerySet[Institution]) -> QuerySet[Any]:
    """Add `taken` and `free` to each row."""
    sums = Taken.objects.filter(institution=OuterRef("pk")).values("taken")
    taken = Coalesce(Subquery(sums), 0, output_field=IntegerField())
    return institutions.annotate(taken=taken, free=F("capacity") - taken)
