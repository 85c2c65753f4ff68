"""Going through a gate: with everything there, or for a named urgent reason."""

from collections.abc import Sequence
from datetime import datetime

from accounts.models import User
from clients.models import Case
from clients.transitions import tell
from common.faults import refuse
from screening.enums import Missing, ScreeningEvent, Stage
from screening.gates import Urgent, faults
from screening.models import UrgentStep


def pass_gate(
    case: Case,
    stage: Stage,
    missing: Sequence[Missing],
    urgent: Urgent | None,
    *,
    actor: User,
    at: datetime,
) -> None:
    """Part of the service that goes on. Where nothing is missing, nothing is asked or kept."""
    if not missing:
        return
    urgent = urgent or Urgent()
    refuse(faults(missing, urgent))
    step = UrgentStep.objects.create(
        case=case,
        stage=stage,
        missing=list(missing),
        reason=urgent.reason,
        words=urgent.words.strip(),
        taken_by=actor,
        taken_at=at,
    )
    tell(
        case,
        ScreeningEvent.URGENT_STEP,
        actor=actor,
        at=at,
        note=step.words,
        stage=stage,
        missing=step.missing,
        reason=step.reason,
    )
