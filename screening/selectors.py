"""What waits for screening or a decision, and what came of it."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Case as When_, F, Prefetch, QuerySet, Value, When

from accounts.models import User
from clients.enums import CaseStatus
from clients.models import Case, Client
from clients.models.visibility import without_emergencies
from clients.models.wait import late_from
from clients.work import STEPS
from screening.enums import DecisionStatus, ScreeningKind
from screening.interview.drafts import Draft
from screening.interview.progress import Progress
from screening.interview.substances import LASTING
from screening.models import RoutingDecision, Screening, StepChange
from screening.permissions import can_screen


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
    overdue_days: int
    url_name: str
    """Where its next step is done; empty for whoever only reads."""


def waiting_cases(user: User) -> QuerySet[Case]:
    """Drafts first, then by due day."""
    drafts_first = When_(When(status=CaseStatus.SCREENING, then=Value(0)), default=Value(1))
    drafts = Prefetch("screenings", queryset=Screening.objects.drafts(), to_attr="drafts")
    return (
        without_emergencies(Case.objects.visible_to(user), user)
        .current()
        .filter(status__in=WAITING)
        .select_related("client", "lead_worker")
        .prefetch_related(drafts, "legal_orders")
        .annotate(late_from=late_from())
        .order_by(drafts_first, F("late_from").asc(nulls_last=True), "-pk")
    )


def task_of(case: Case, user: User, today: date) -> Task:
    """Of a row of `waiting_cases`."""
    draft = next(iter(case.drafts), None)  # type: ignore[attr-defined]
    first: date | None = case.late_from  # type: ignore[attr-defined]  # annotated
    late = (today - first).days + 1 if first else 0
    return Task(
        case=case,
        draft=draft,
        percent=Progress(Draft.of(draft)).percent if draft else 0,
        overdue_days=max(late, 0),
        url_name=STEPS.get(case.next_step, "") if can_screen(user, case) else "",
    )


def recently_finished(user: User, limit: int = 10) -> QuerySet[Screening]:
    return (
        without_emergencies(Screening.objects.visible_to(user), user, "case__client_id")
        .finished()
        .standing()
        .select_related("case__client")
        .order_by("-finished_at", "-pk")[:limit]
    )


def screenings_of(client: Client, user: User) -> QuerySet[Screening]:
    return (
        Screening.objects.visible_to(user)
        .filter(case__client=client)
        .select_related("case__client", "started_by", "finished_by", "corrected_by")
        .prefetch_related("decisions", "step_changes")
        .newest_first()
    )


def told_before(screening: Screening, draft: Draft) -> Draft | None:
    """What the client told of their substances once and for all, at the screening before this one."""
    if screening.kind == ScreeningKind.INITIAL:
        return None
    earlier = Screening.objects.finished().standing().filter(case_id=screening.case_id)
    last = earlier.select_related("case__client").newest_first().first()
    if last is None:
        return None
    return replace(draft, substances={k: v for k, v in last.substances.items() if k in LASTING})


def open_step(case: Case) -> StepChange | None:
    """The step of care that waits for a person's answer."""
    return StepChange.objects.of_case(case).open().newest_first().first()


def decision_for_review(case: Case) -> RoutingDecision | None:
    """The approved override that nobody has looked at again yet."""
    return (
        RoutingDecision.objects.filter(
            screening__case=case,
            status=DecisionStatus.SETTLED,
            review_due_on__isnull=False,
            reviewed_at__isnull=True,
        )
        .select_related("screening__case__client", "assessment", "decided_by", "approved_by")
        .order_by("-pk")
        .first()
    )
