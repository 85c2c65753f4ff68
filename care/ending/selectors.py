"""How a termination stands before its gate."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from care.ending import gate as table
from care.enums import CareTask, EndReason, GateItem, GoalStatus, PlacementStatus
from care.models import AftercarePlan, GateWaiver, OverdoseAdvice, Placement, Termination
from clients.enums import CaseStatus, TaskStatus
from clients.models import Case, CaseTask
from screening.enums import AssessmentKind, ScreeningKind, ScreeningTask
from screening.models import Assessment, Screening


RECENT = timedelta(days=30)
# These end with care by themselves.
OF_THE_STAY = (CareTask.PLAN_REVIEW, ScreeningTask.RESCREEN)

UNPLANNED = (EndReason.WITHDREW, EndReason.LOST, EndReason.RULE_BREACH)


def told_by_exit(case: Case, day: date) -> dict[str, bool | int]:
    """For the routing: how long ago the client's last care ended, and how; nothing in care or before any."""
    if case.status == CaseStatus.IN_SERVICE:
        return {}
    ended = Placement.objects.filter(
        client_id=case.client_id, status=PlacementStatus.ENDED, ends_on__lte=day
    )
    last = ended.order_by("-ends_on", "-pk").first()
    if last is None or last.ends_on is None:
        return {}
    return {
        "previous_provider": True,
        "days_since_exit": (day - last.ends_on).days,
        "unplanned_end": last.end_reason in UNPLANNED,
    }


@dataclass(frozen=True, slots=True)
class Item:
    code: GateItem
    is_met: bool
    waiver: GateWaiver | None

    @property
    def label(self) -> object:
        return self.code.label

    @property
    def is_settled(self) -> bool:
        return self.is_met or self.waiver is not None


@dataclass(frozen=True, slots=True)
class Gate:
    items: tuple[Item, ...]
    needs_approval: bool
    is_approved: bool

    @property
    def is_complete(self) -> bool:
        return all(item.is_settled for item in self.items)

    @property
    def waived(self) -> int:
        return sum(item.waiver is not None and not item.is_met for item in self.items)

    @property
    def missing(self) -> int:
        return sum(not item.is_settled for item in self.items)

    @property
    def is_passed(self) -> bool:
        return self.is_complete and (self.is_approved or not self.needs_approval)


def gate_of(case: Case, reason: str, termination: Termination | None, *, today: date) -> Gate:
    waivers = {row.item: row for row in termination.waivers.all()} if termination else {}
    items = tuple(
        Item(code, CHECKS[code](case, today), waivers.get(code)) for code in table.required(reason)
    )
    approved = termination is not None and termination.is_approved
    return Gate(items, table.needs_approval(reason), approved)


def _goals_are_reviewed(case: Case, _today: date) -> bool:
    plan = case.plans.in_force().first()
    return plan is not None and not plan.goals.filter(status=GoalStatus.OPEN).exists()


def _was_assessed_lately(case: Case, today: date) -> bool:
    """Made in care: neither the interview that led there nor one that a red flag ended says how it went."""
    began = case.service_started_on
    if began is None:
        return False
    signed = Assessment.objects.signed().filter(
        case=case, kind=AssessmentKind.EXIT, started_at__date__gte=began
    )
    screened = Screening.objects.finished().filter(
        case=case, started_at__date__gte=began, finished_at__date__gte=today - RECENT
    )
    again = screened.exclude(kind=ScreeningKind.INITIAL).exclude(risk="")
    return signed.exists() or again.exists()


def _has_aftercare_plan(case: Case, _today: date) -> bool:
    return AftercarePlan.objects.filter(case=case).exists()


def _was_advised(case: Case, _today: date) -> bool:
    began = case.service_started_on or case.opened_on
    return OverdoseAdvice.objects.filter(case=case, on__gte=began).exists()


def _has_no_open_task(case: Case, _today: date) -> bool:
    rows = CaseTask.objects.filter(case=case, status=TaskStatus.OPEN)
    return not rows.exclude(kind__in=OF_THE_STAY).exists()


CHECKS: dict[GateItem, Callable[[Case, date], bool]] = {
    GateItem.GOALS: _goals_are_reviewed,
    GateItem.EXIT_ASSESSMENT: _was_assessed_lately,
    GateItem.AFTERCARE_PLAN: _has_aftercare_plan,
    GateItem.OVERDOSE_ADVICE: _was_advised,
    GateItem.TASKS: _has_no_open_task,
}
