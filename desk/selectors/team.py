"""What a supervisor watches: who carries how much, what waits for a decision, what was closed."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from accounts.models import User
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from screening.assessment.selectors import waiting_for_signature
from screening.models import Assessment


# One social worker to seven clients is the standard of the field (domain facts, section 2.3).
CASES_PER_WORKER = 7


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
    if user.institution_id is None:
        return []
    rows = (
        Case.objects.visible_to(user)
        .current()
        .open()
        .filter(institution_id=user.institution_id)
        .values_list("lead_worker_id", "lead_worker__name")
        .annotate(n=Count("pk"), late=Count("pk", filter=Q(next_due_on__lt=today)))
        .order_by("-n", "lead_worker__name", "lead_worker_id")
    )
    return [Load(name, cases, late) for _pk, name, cases, late in rows]


def awaiting_decision(user: User, limit: int = 10) -> list[Case]:
    """Those that wait for a leader's answer stand on a list of their own."""
    rows = Case.objects.visible_to(user).current().filter(status=CaseStatus.DECISION)
    rows = rows.exclude(next_step=NextStep.APPROVE_OVERRIDE)
    return list(rows.select_related("client", "lead_worker").order_by("next_due_on", "pk")[:limit])


def recently_closed(user: User, limit: int = 5) -> list[Case]:
    rows = Case.objects.visible_to(user).filter(status=CaseStatus.CLOSED)
    return list(rows.select_related("client", "lead_worker").order_by("-closed_on", "-pk")[:limit])


def assessments_to_sign(user: User, limit: int = 10) -> list[Assessment]:
    return list(waiting_for_signature(user)[:limit])
