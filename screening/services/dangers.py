"""The dangers at home that an interview brings to light, for those who protect."""

from datetime import datetime

from accounts.models import User
from safety.enums import Source
from safety.facts import Raised
from safety.models import Concern
from safety.services.concerns import raise_concern
from screening.danger import raised_protection
from screening.models import Screening


def raise_dangers(screening: Screening, *, actor: User, at: datetime) -> None:
    """Each once for an interview: taking the answer back settles nothing, giving it again raises nothing."""
    since = Concern.objects.filter(case=screening.case, raised_at__gte=screening.started_at)
    known = set(since.values_list("what", flat=True))
    for what in raised_protection(screening):
        if what not in known:
            raised = Raised(what=what, source=Source.SCREENING)
            raise_concern(case=screening.case, raised=raised, actor=actor, at=at)
