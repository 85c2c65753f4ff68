"""A clinician's word that is overdue is told to the leaders, every hour of the working day until it comes."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from clients.transitions import lock_case, tell
from common.scope import WEB, Scope, acting, nation
from safety.enums import SafetyEvent
from safety.hours import same_hour
from safety.models import MedicalReferral


def sweep_overdue(*, at: datetime) -> int:
    """Each in the name of its own institution; returns how many were told of."""
    with acting(nation()):
        rows = list(_overdue(at).select_related("case__institution__regency__province"))
    done = 0
    for row in rows:
        institution = row.case.institution
        if institution.is_open_at(at):
            with acting(Scope(WEB, (institution.pk,))):
                done += tell_leaders(referral=row, at=at)
    return done


@transaction.atomic
def tell_leaders(*, referral: MedicalReferral, at: datetime) -> bool:
    """Once an hour at most, however often somebody sweeps."""
    case = lock_case(referral.case)
    row = _overdue(at).select_for_update(of=("self",), no_key=True).filter(pk=referral.pk).first()
    if row is None or (row.told_at is not None and same_hour(row.told_at, at)):
        return False
    row.told_at = at
    row.save(update_fields=["told_at"])
    tell(case, SafetyEvent.OVERDUE, actor=None, at=at, since=localdate(row.due_at))
    return True


def _overdue(at: datetime) -> QuerySet[MedicalReferral]:
    return MedicalReferral.objects.open().filter(due_at__lt=at).order_by("pk")
