"""Advice about overdose before somebody leaves care: the gate of every end asks for it."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.aftercare_enums import Naloxone
from care.ending.facts import Advice
from care.event_kinds import CareEvent
from care.models import OverdoseAdvice
from care.shared.opioids import uses_opioids
from care.transitions.plan import demand_open
from clients.models import Case
from clients.transitions import lock_case, tell
from common.errors import DomainError
from common.faults import demand_day


@transaction.atomic
def give_advice(*, case: Case, advice: Advice, actor: User, at: datetime) -> OverdoseAdvice:
    case = lock_case(case)
    demand_open(case)
    first = case.service_started_on or case.opened_on
    demand_day(advice.on, field="on", today=timezone.localdate(at), first=first)
    if advice.naloxone == Naloxone.NOT_NEEDED and uses_opioids(case):
        raise DomainError(
            _("Menurut skrining klien pernah memakai opioid. Jelaskan nalokson kepadanya."),
            code="uses_opioids",
            field="naloxone",
        )
    row = OverdoseAdvice.objects.create(
        case=case, recorded_by=actor, recorded_at=at, **asdict(advice)
    )
    tell(
        case,
        CareEvent.OVERDOSE_ADVISED,
        actor=actor,
        at=at,
        on=row.on,
        who=row.given_to,
        naloxone=row.naloxone,
    )
    return row
