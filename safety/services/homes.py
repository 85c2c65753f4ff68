"""How a home is, each time that somebody looked."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from clients.models import Case
from safety.facts import Look
from safety.models import HomeJudgement


@transaction.atomic
def judge_home(*, case: Case, look: Look, actor: User, at: datetime) -> HomeJudgement:
    """Part of the service that calls it; what the same source says again on the same day is said once."""
    last = HomeJudgement.objects.filter(case=case).newest_first().first()
    if last and (last.is_safe, last.source, last.judged_on) == (look.is_safe, look.source, look.on):
        return last
    return HomeJudgement.objects.create(
        case=case,
        is_safe=look.is_safe,
        source=look.source,
        judged_on=look.on,
        judged_by=actor,
        recorded_at=at,
    )
