"""What a screening beside the way of its case leaves behind: the next day, and a step where it speaks for one."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from accounts.models import User
from clients.deadlines import DECIDE_DAYS
from clients.enums import CaseStatus
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from screening.enums import ScreeningKind, ScreeningReason, ScreeningTask, StepStatus
from screening.models import Screening, StepChange
from screening.services import rescreening
from screening.steps import Seen, proposed_step


WEEKLY = ("weekly", "daily")


def settle_review(screening: Screening, *, actor: User, at: datetime) -> StepChange | None:
    """Part of finishing it: what was planned is done, the next is planned, a step may be proposed."""
    case = screening.case
    if case.status == CaseStatus.AFTERCARE:
        rescreening.settle(case, actor=actor, at=at)
    if case.status != CaseStatus.IN_SERVICE:
        return None
    if screening.corrects_id is None:
        rescreening.settle(case, actor=actor, at=at)
        rescreening.plan_next(case, actor=actor, at=at)
    return _propose_step(screening, actor=actor, at=at)


def _propose_step(screening: Screening, *, actor: User, at: datetime) -> StepChange | None:
    case = screening.case
    StepChange.objects.of_case(case).open().update(status=StepStatus.LAPSED)
    settle_tasks(case, rescreening.STEP_SUBJECT, actor=actor, at=at, cancelled=True)
    last = _before(screening)
    step = proposed_step(case.risk, case.base, seen(screening), seen(last) if last else None)
    if step is None:
        return None
    task = NewTask(
        kind=ScreeningTask.STEP,
        subject=subject_of("step", screening.pk),
        due_on=localdate(at) + timedelta(days=DECIDE_DAYS),
        institution=case.institution,
        owner=case.lead_worker,
    )
    add_task(case, task, actor=actor, at=at)
    return StepChange.objects.create(
        screening=screening,
        direction=step.direction,
        reasons=list(step.reasons),
        from_risk=case.risk,
        to_risk=step.risk,
        from_base=case.base,
        to_base=step.base,
        proposed_at=at,
    )


def seen(screening: Screening) -> Seen:
    """What the rules of a step look at."""
    used: dict[str, str] = screening.answers.get("q2", {})
    return Seen(
        risk=screening.risk,
        base=screening.proposed_base,
        uses_weekly=any(
            often in WEEKLY for substance, often in used.items() if substance != "tobacco"
        ),
        home_safe=screening.facts.get("home_safe"),
        is_relapse=screening.reason == ScreeningReason.RELAPSE,
        is_review=screening.kind != ScreeningKind.INITIAL,
    )


def _before(screening: Screening) -> Screening | None:
    """The screening before this one, or before the one that this one corrects."""
    place = screening.corrects_id or screening.pk
    rows = screening.case.screenings.finished().standing().filter(pk__lt=place)
    return rows.exclude(risk="").newest_first().first()
