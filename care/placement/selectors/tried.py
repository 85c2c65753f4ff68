"""Whom a case has asked already, and what came of it."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from care.enums import PlacementStatus
from care.models import Placement
from clients.models import Case
from common.dates import day


# The sender's own change of mind is no answer of the institution.
TURNED_DOWN = (PlacementStatus.DECLINED, PlacementStatus.LAPSED)


def tried(case: Case) -> dict[int, str]:
    """Institutions that did not take this case, each with a sentence on why; the newest answer counts."""
    rows = case.placements.filter(status__in=TURNED_DOWN, institution__isnull=False)
    return {row.institution_id: _sentence(row) for row in rows.order_by("pk") if row.institution_id}


def tried_by_name(case: Case) -> list[str]:
    """ "Sentra Kenanga menolak …", oldest first, for the page on which a place is chosen."""
    rows = case.placements.filter(status__in=TURNED_DOWN, institution__isnull=False)
    return [
        f"{row.receiver}: {_sentence(row)}"
        for row in rows.select_related("institution").order_by("pk")
    ]


def tried_since(case: Case, moment: datetime) -> list[int]:
    rows = case.placements.filter(status__in=TURNED_DOWN, requested_at__gte=moment)
    return [pk for pk in rows.values_list("institution_id", flat=True) if pk is not None]


def _sentence(placement: Placement) -> str:
    if placement.status == PlacementStatus.LAPSED:
        words = {"date": day(timezone.localdate(placement.requested_at))}
        return _("permintaan kasus ini tanggal %(date)s tidak dijawab") % words
    words = {
        "date": day(timezone.localdate(placement.answered_at or placement.requested_at)),
        "reason": placement.get_decline_reason_display().lower(),
    }
    return _("menolak kasus ini tanggal %(date)s: %(reason)s") % words
