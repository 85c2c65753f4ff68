"""The receiver's sight of the client's file: opened by a request, closed by a refusal, let run out at the end."""

from datetime import date, timedelta

from django.conf import settings
from django.db.models import F, Value
from django.db.models.functions import Least

from accounts.models import User
from care.enums import PlacementStatus
from care.models import Placement
from clients.models import Case, Share
from partners.models import Institution


AFTER_END = timedelta(days=30)


def open_file(case: Case, institution: Institution, *, actor: User, today: date) -> None:
    """Let `institution` work on the file; the case's own institution needs no leave."""
    if institution.pk == case.institution_id:
        return
    until = today + timedelta(days=settings.SHARE_DAYS)
    share, created = Share.objects.get_or_create(
        client_id=case.client_id,
        institution=institution,
        defaults={"owner_id": case.institution_id, "granted_by": actor, "ends_on": until},
    )
    if not created and share.ends_on is not None and share.ends_on < until:
        share.ends_on, share.granted_by = until, actor
        share.save(update_fields=["ends_on", "granted_by"])


def close_file(placement: Placement, *, today: date) -> None:
    """Out of the receiver's sight from now on, unless an earlier stay there still gives it some."""
    earlier = (
        Placement.objects.filter(
            client_id=placement.client_id,
            institution=placement.institution,
            status=PlacementStatus.ENDED,
        )
        .order_by("-ends_on")
        .first()
    )
    until = today - timedelta(days=1)
    if earlier is not None and earlier.ends_on is not None:
        until = max(until, earlier.ends_on + AFTER_END)
    _end(placement, until)


def let_file_run_out(placement: Placement, *, ended_on: date) -> None:
    _end(placement, ended_on + AFTER_END)


def _end(placement: Placement, until: date) -> None:
    """Never later than it would have ended: whoever received a file gives themselves no more time with it."""
    rows = Share.objects.filter(client_id=placement.client_id, institution=placement.institution)
    rows.update(ends_on=Least(F("ends_on"), Value(until)))
