"""The judgement of a second assessor, before anybody decides."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from accounts.hands import demand_another
from accounts.models import User
from clients.deadlines import DECIDE_DAYS
from clients.enums import CaseStatus, NextStep
from clients.transitions import lock_case, set_next, tell
from common.errors import DomainError
from screening.decision.overrides import SHORTEST_REASON
from screening.decision.services.deciding import demand_proposal
from screening.enums import ScreeningEvent
from screening.models import Screening, SecondAssessment


@transaction.atomic
def record_second(
    *, screening: Screening, risk: str, judgement: str, actor: User, at: datetime
) -> SecondAssessment:
    """Of the proposal as it stands now; the decision is due afterwards."""
    case = lock_case(screening.case)
    proposed = demand_proposal(case)
    if case.status != CaseStatus.DECISION or not proposed.waits_for_second:
        raise DomainError(
            _("Penilaian kedua tidak diperlukan lagi untuk kasus ini."), code="no_second_needed"
        )
    demand_another(actor, proposed.interviewers)
    if len(judgement.strip()) < SHORTEST_REASON:
        raise DomainError(
            _("Jelaskan pertimbangan Anda, paling sedikit %(letters)s huruf.")
            % {"letters": SHORTEST_REASON},
            code="no_reasons",
            field="judgement",
        )
    second = SecondAssessment.objects.create(
        screening=proposed.screening,
        assessment=proposed.assessment,
        risk=risk,
        judgement=judgement.strip(),
        assessed_by=actor,
        assessed_at=at,
    )
    set_next(case, NextStep.DECIDE, localdate(at) + timedelta(days=DECIDE_DAYS))
    case.save(update_fields=["next_step", "next_due_on"])
    tell(case, ScreeningEvent.SECOND_ASSESSED, actor=actor, at=at, note=second.judgement, risk=risk)
    return second
