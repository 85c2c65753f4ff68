"""What waits for screening or a decision, and what came of it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case as When_, F, Prefetch, QuerySet, Value, When

from accounts.models import User
from clients.enums import CaseStatus
from clients.models import Case, Client
from screening.interview import Draft, Progress
from screening.models import Screening


WAITING = (
    CaseStatus.INTAKE,
    CaseStatus.SCREENING,
    CaseStatus.MEDICAL_FIRST,
    CaseStatus.DECISION,
)


@dataclass(frozen=True, slots=True)
class Task:
    """One case that waits, with its draft where there is one."""

    case: Case
    draft: Screening | None
    percent: int
    is_overdue: bool


def waiting_cases(user: User) -> QuerySet[Case]:
    """Drafts first, then by due day."""
    drafts_first = When_(When(status=CaseStatus.SCREENING, then=Value(0)), default=Value(1))
    drafts = Prefetch("screenings", queryset=Screening.objects.drafts(), to_attr="drafts")
    return (
        Case.objects.visible_to(user)
        .current()
        .filter(status__in=WAITING)
        .select_related("client", "lead_worker")
        .prefetch_related(drafts)
        .order_by(drafts_first, F("next_due_on").asc(nulls_last=True), "-pk")
    )


def task_of(case: Case, today: date) -> Task:
    """Of a row of `waiting_cases`."""
    draft = next(iter(case.drafts), None)  # type: ignore[attr-defined]
    percent = Progress(Draft.of(draft)).percent if draft else 0
    return Task(case, draft, percent, case.is_overdue_on(today))


def recently_finished(user: User, limit: int = 10) -> QuerySet[Screening]:
    return (
        Screening.objects.visible_to(user)
        .finished()
        .select_related("case__client", "decision")
        .order_by("-finished_at", "-pk")[:limit]
    )


def screenings_of(client: Client, user: User) -> QuerySet[Screening]:
    return (
        Screening.objects.visible_to(user)
        .filter(case__client=client)
        .select_related("case__client", "decision", "started_by", "finished_by")
        .newest_first()
    )


def proposed_screening(case: Case) -> Screening | None:
    """The screening whose proposal a person has to answer, or has answered."""
    rows = case.screenings.finished().exclude(proposed_base="")
    return rows.select_related("decision__decided_by", "finished_by").newest_first().first()
