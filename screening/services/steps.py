"""A person answers a proposed step of care (UU 27/2022 art. 10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from clients.enums import CaseStatus
from clients.models import Case
from clients.services.case_tasks import settle_tasks
from clients.transitions import lock_case, tell
from common.errors import DomainError
from partners.enums import CareBase
from screening.enums import ScreeningEvent, StepCondition, StepStatus
from screening.models import StepChange
from screening.services.home import demand_family_allowed
from screening.services.rescreening import STEP_SUBJECT


SHORTEST_NOTE = 10


@dataclass(frozen=True, slots=True)
class StepAnswer:
    """`conditions` are those of lighter care that the person confirms."""

    accepted: bool
    note: str = ""
    conditions: Sequence[str] = ()


@transaction.atomic
def settle_step(*, step: StepChange, answer: StepAnswer, actor: User, at: datetime) -> StepChange:
    """Accepted, the case takes the class and the base proposed; where the person goes is a transfer's."""
    case = lock_case(step.screening.case)
    step = StepChange.objects.select_related("screening").get(pk=step.pk)
    _demand_open(step, case)
    _demand_sound(step, answer)
    step.status = StepStatus.ACCEPTED if answer.accepted else StepStatus.REFUSED
    step.conditions = [code for code in StepCondition.values if code in answer.conditions]
    step.note = answer.note.strip()
    step.decided_by, step.decided_at = actor, at
    step.save()
    case.is_undecided = False
    if answer.accepted:
        if step.to_base == CareBase.FAMILY:
            demand_family_allowed(case)
        case.risk, case.base, case.found_risk = step.to_risk, step.to_base, ""
    case.save(update_fields=["risk", "base", "found_risk", "is_undecided"])
    settle_tasks(case, STEP_SUBJECT, actor=actor, at=at)
    _tell_answer(case, step, actor, at)
    return step


def _demand_open(step: StepChange, case: Case) -> None:
    if not step.is_open or case.status != CaseStatus.IN_SERVICE:
        raise DomainError(
            _("Usulan ini sudah dijawab atau tidak berlaku lagi."), code="step_settled"
        )


def _demand_sound(step: StepChange, answer: StepAnswer) -> None:
    if not answer.accepted and len(answer.note.strip()) < SHORTEST_NOTE:
        raise DomainError(
            _("Jelaskan mengapa usulan ini tidak diikuti, paling sedikit %(letters)s huruf.")
            % {"letters": SHORTEST_NOTE},
            code="no_reason",
            field="note",
        )
    missing = set(StepCondition.values) - set(answer.conditions)
    if answer.accepted and not step.is_up and missing:
        raise DomainError(
            _("Layanan diringankan hanya bila semua syarat terpenuhi."),
            code="conditions_open",
            field="conditions",
        )


def _tell_answer(case: Case, step: StepChange, actor: User, at: datetime) -> None:
    kind, goal = ScreeningEvent.STEP_REFUSED, {}
    if step.status == StepStatus.ACCEPTED:
        kind, goal = ScreeningEvent.STEP_ACCEPTED, {"risk": step.to_risk, "base": step.to_base}
    tell(case, kind, actor=actor, at=at, note=step.note, direction=step.direction, **goal)
