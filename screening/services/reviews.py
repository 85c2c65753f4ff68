"""What a screening beside the way of its case leaves behind: the next day, and a step where it speaks for one."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from accounts.models import User
from clients.deadlines import DECIDE_DAYS
from clients.enums import CaseStatus
from clients.models import Case
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from screening.engine.red_flags import flagged
from screening.enums import ScreeningKind, ScreeningReason, ScreeningTask, StepStatus
from screening.models import Assessment, Screening, StepChange
from screening.services import rescreening
from screening.steps import Seen, Step, proposed_step


WEEKLY = ("weekly", "daily")


def settle_review(screening: Screening, *, actor: User, at: datetime) -> StepChange | None:
    """Part of finishing it: what was planned is done, the next is planned, a step may be proposed."""
    case = screening.case
    note_found(case, screening.risk)
    if case.status == CaseStatus.AFTERCARE:
        rescreening.settle(case, actor=actor, at=at)
    if case.status != CaseStatus.IN_SERVICE:
        return None
    if screening.corrects_id is None:
        rescreening.settle(case, actor=actor, at=at)
        rescreening.plan_next(case, actor=actor, at=at)
    return _propose_step(screening, None, actor=actor, at=at)


def settle_assessment(
    assessment: Assessment, behind: Screening, *, actor: User, at: datetime
) -> StepChange | None:
    """Part of signing it: what it found is shown, and in care it may speak for another level too."""
    note_found(assessment.case, assessment.risk)
    if assessment.case.status != CaseStatus.IN_SERVICE or not assessment.risk:
        return None
    return _propose_step(behind, assessment, actor=actor, at=at)


def propose_of_newest(case: Case, actor: User | None, at: datetime) -> None:
    """Care begins on a decision that something newer has overtaken: it speaks for a step at once."""
    if not case.is_undecided:
        return
    behind = case.screenings.finished().standing().exclude(risk="").newest_first().first()
    if behind is None:
        return
    behind.case = case
    signed = Assessment.objects.signed().filter(case=case, signed_at__gt=behind.finished_at)
    assessment = signed.exclude(risk="").newest_first().first()
    if assessment is not None:
        assessment.case = case
    _propose_step(behind, assessment, actor=actor, at=at)


def note_found(case: Case, risk: str) -> None:
    """The class that was found last is what pages show, whatever was decided before it."""
    found = "" if risk == case.risk else risk
    if risk and found != case.found_risk:
        case.found_risk = found
        case.save(update_fields=["found_risk"])


def _propose_step(
    screening: Screening, assessment: Assessment | None, *, actor: User | None, at: datetime
) -> StepChange | None:
    case = (assessment or screening).case
    StepChange.objects.of_case(case).open().update(status=StepStatus.LAPSED)
    settle_tasks(case, rescreening.STEP_SUBJECT, actor=actor, at=at, cancelled=True)
    step = _step(case, screening, assessment)
    case.is_undecided = step is not None
    case.save(update_fields=["is_undecided"])
    if step is None:
        return None
    source = subject_of("step", screening.pk)
    if assessment is not None:
        source += subject_of("assessment", assessment.pk)
    task = NewTask(
        kind=ScreeningTask.STEP,
        subject=source,
        due_on=localdate(at) + timedelta(days=DECIDE_DAYS),
        institution=case.institution,
        owner=case.lead_worker,
    )
    add_task(case, task, actor=actor, at=at)
    return StepChange.objects.create(
        screening=screening,
        assessment=assessment,
        direction=step.direction,
        reasons=list(step.reasons),
        from_risk=case.risk,
        to_risk=step.risk,
        from_base=case.base,
        to_base=step.base,
        proposed_at=at,
    )


def _step(case: Case, screening: Screening, assessment: Assessment | None) -> Step | None:
    if assessment is not None:
        return proposed_step(case.risk, case.base, seen_in(assessment, screening), seen(screening))
    last = _before(screening)
    return proposed_step(case.risk, case.base, seen(screening), seen(last) if last else None)


def seen_in(assessment: Assessment, behind: Screening) -> Seen:
    """An assessment asks for no frequency of use: that stays as the screening behind it found it."""
    facts = assessment.facts or {}
    return replace(
        seen(behind),
        risk=assessment.risk,
        base=assessment.proposed_base,
        home_safe=facts.get("home_safe"),
        is_relapse=False,
        is_review=True,
        signs=(),
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
        signs=flagged(screening.red_flags),
    )


def _before(screening: Screening) -> Screening | None:
    """The screening before this one, or before the one that this one corrects."""
    place = screening.corrects_id or screening.pk
    rows = screening.case.screenings.finished().standing().filter(pk__lt=place)
    return rows.exclude(risk="").newest_first().first()
