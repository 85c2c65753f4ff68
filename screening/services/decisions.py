"""A person answers the proposal and writes why (UU 27/2022 art. 10)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy

from accounts.models import User
from atensi.common.errors import DomainError
from clients.deadlines import BY_RISK
from clients.enums import EventKind, NextStep
from clients.transitions import lock_case, move_case, record_event, set_next
from clients.wording import heading
from partners.enums import CareBase
from screening.models import RoutingDecision, Screening
from screening.overrides import faults


@dataclass(frozen=True, slots=True)
class Answer:
    """The base decided; a code and a reason where it differs from the proposal."""

    base: str
    override_code: str = ""
    reason: str = ""


@transaction.atomic
def decide(*, screening: Screening, answer: Answer, actor: User, at: datetime) -> RoutingDecision:
    """Settle the base of care, once; whoever comes second is told so."""
    case = lock_case(screening.case)
    move_case(case, "decide")
    _demand_sound(screening, answer)
    case.base = answer.base
    days = BY_RISK[NextStep.REQUEST_PLACEMENT][case.risk]
    set_next(case, NextStep.REQUEST_PLACEMENT, localdate(at) + timedelta(days=days))
    case.save(update_fields=["status", "base", "next_step", "next_due_on"])
    overrides = answer.base != screening.proposed_base
    decision = RoutingDecision.objects.create(
        screening=screening,
        proposed_base=screening.proposed_base,
        base=answer.base,
        override_code=answer.override_code if overrides else "",
        reason=answer.reason.strip(),
        decided_by=actor,
        decided_at=at,
    )
    record_event(
        case, EventKind.DECIDED, actor=actor, at=at, title=_title(decision), note=decision.reason
    )
    return decision


def _demand_sound(screening: Screening, answer: Answer) -> None:
    found = faults(
        proposed=screening.proposed_base,
        base=answer.base,
        code=answer.override_code,
        reason=answer.reason,
    )
    for field, message in found.items():
        raise DomainError(message, code="unsound_decision", field=field)


def _title(decision: RoutingDecision) -> str:
    words = {
        "base": CareBase(decision.base).label,
        "proposed": CareBase(decision.proposed_base).label,
    }
    if decision.is_override:
        return heading(gettext_lazy("%(base)s, berbeda dari usulan %(proposed)s"), **words)
    return heading(gettext_lazy("%(base)s, sesuai usulan"), **words)
