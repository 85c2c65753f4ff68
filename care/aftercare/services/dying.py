"""What is known of a death. The case is closed by whoever was told; here stands when, where and of what."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.aftercare.facts import DeathFacts
from care.aftercare_enums import DeathCause, Known
from care.event_kinds import CareEvent
from care.models import Death
from clients.enums import CloseReason
from clients.models import Case
from clients.transitions import lock_case, tell
from common.errors import DomainError
from common.faults import demand_day


OF_AN_OVERDOSE = (DeathCause.DRUGS, DeathCause.SUICIDE)


@transaction.atomic
def record_death(*, case: Case, facts: DeathFacts, actor: User, at: datetime) -> Death:
    """Written again when more is known."""
    case = lock_case(case)
    if case.close_reason != CloseReason.DIED:
        raise DomainError(
            _("Kasus ini tidak ditutup karena klien meninggal dunia."), code="wrong_status"
        )
    if facts.on is not None:
        demand_day(facts.on, field="on", today=timezone.localdate(at), first=case.opened_on)
    if facts.by_overdose == Known.YES and facts.cause not in OF_AN_OVERDOSE:
        raise DomainError(
            _("Overdosis berarti keracunan zat. Samakan sebabnya, atau pilih “Tidak diketahui”."),
            code="contradiction",
            field="cause",
        )
    by = {"recorded_by": actor, "recorded_at": at}
    death, _new = Death.objects.update_or_create(case=case, defaults={**asdict(facts), **by})
    tell(case, CareEvent.DEATH_RECORDED, actor=actor, at=at, on=facts.on, cause=facts.cause)
    return death
