"""How a home is, each time that somebody looked."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from clients.models import Case
from safety.enums import Source
from safety.models import HomeJudgement


@transaction.atomic
def judge_home(
    *, case: Case, safe: bool | None, source: Source, on: date, actor: User, at: datetime
) -> HomeJudgement:
    """Part of the service that calls it; what the same source says again on the same day is said once."""
    last = HomeJudgement.objects.filter(case=case).newest_first().first()
    if last and (last.is_safe, last.source, last.judged_on) == (safe, source, on):
        return last
    return HomeJudgement.objects.create(
        case=case, is_safe=safe, source=source, judged_on=on, judged_by=actor, recorded_at=at
    )
