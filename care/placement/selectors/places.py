"""Places and who holds them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.models import User
from care.models import Taken
from partners.models import Institution


@dataclass(frozen=True)
class Occupancy:
    taken: int
    capacity: int

    @property
    def free(self) -> int:
        return max(0, self.capacity - self.taken)


def occupancy_for(user: User) -> Occupancy | None:
    """Of the institution that this person works for."""
    return occupancy(user.institution) if user.institution else None


def occupancy(institution: Institution) -> Occupancy:
    row = Taken.objects.filter(institution=institution).first()
    return Occupancy(row.taken if row else 0, institution.capacity)


def with_taken(institutions: QuerySet[Institution]) -> QuerySet[Any]:
    """Add `taken` to each row."""
    sums = Taken.objects.filter(institution=OuterRef("pk")).values("taken")
    return institutions.annotate(taken=Coalesce(Subquery(sums), 0, output_field=IntegerField()))
