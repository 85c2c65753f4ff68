"""What a supervisor watches: who carries how much, and what was closed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from accounts.models import User
from clients.enums import CaseStatus
from clients.models import Case
from clients.models.visibility import without_emergencies
from clients.models.wait import is_late
from common.prepared import prepared


# One social worker to seven clients is the standard of the field (domain facts, section 2.3).
CASES_PER_WORKER = 7
CLOSED_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Load:
    name: str
    cases: int
    overdue: int

    @property
    def is_over(self) -> bool:
        return self.cases > CASES_PER_WORKER


def case_loads(user: User, today: date) -> list[Load]:
    """One's own people: a guest's case is carried elsewhere, and two people may share a name."""
    rows = _loads(user, today) if user.institution_id else []
    return [Load(name, cases, late) for _pk, name, cases, late in rows]


@prepared
def _loads(user: User, today: date) -> QuerySet[Case, tuple[Any, ...]]:
    return (
        without_emergencies(Case.objects.visible_to(user), user)
        .current()
        .open()
        .filter(institution_id=user.institution_id or 0)
        .values_list("lead_worker_id", "lead_worker__name")
        .annotate(n=Count("pk"), late=Count("pk", filter=Q(is_late(today))))
        .order_by("-n", "lead_worker__name", "lead_worker_id")
    )


def recently_closed(user: User) -> list[Case]:
    return _closed(user)


@prepared
def _closed(user: User) -> QuerySet[Case]:
    rows = without_emergencies(Case.objects.visible_to(user), user)
    rows = rows.filter(status=CaseStatus.CLOSED)
    return rows.select_related("client", "lead_worker").order_by("-closed_on", "-pk")[:CLOSED_SHOWN]
