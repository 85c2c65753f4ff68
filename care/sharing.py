"""The receiver's sight of the client's file: opened by a request, closed by a refusal, let run out at the end."""

from datetime import date, timedelta

from django.conf import settings
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Least

from accounts.models import User
from care.enums import PlacementStatus
from care.models import Placement, SupportingBase, Transfer
from clients.models import Case, Share
from partners.models import Institution


AFTER_END = timedelta(days=30)


def open_file(
    case: Case, institution: Institution, *, actor: User, today: date, until: date | None = None
) -> None:
    """Let `institution` work on the file; the case's own institution needs no leave."""
    if institution.pk == case.institution_id:
        return
    until = until or today + timedelta(days=settings.SHARE_DAYS)
    share, created = Share.objects.get_or_create(
        client_id=case.client_id,
        institution=institution,
        defaults={"owner_id": case.institution_id, "granted_by": actor, "ends_on": until},
    )
    if created:
        return
    ends_on = share.ends_on and max(share.ends_on, until)
    if (share.ends_on, share.read_only) != (ends_on, False):
        share.ends_on, share.read_only, share.granted_by = ends_on, False, actor
        share.save(update_fields=["ends_on", "read_only", "granted_by"])


def close_file(placement: Placement, *, today: date) -> None:
    close_share(placement.case, placement.institution_id, today=today)


def close_share(case: Case, institution_id: int | None, *, today: date) -> None:
    """Out of the receiver's sight from now on, unless something else there still gives it some.

    The last thing that is done: then the file is out of reach.
    """
    if institution_id is None or institution_id == case.institution_id:
        return
    if _still_works_on(case, institution_id):
        return
    case.supporters.remove(*case.supporters.filter(institution_id=institution_id))
    until = today - timedelta(days=1)
    stay = _last_stay(case, institution_id)
    if stay is not None and stay.ends_on is not None:
        until = max(until, stay.ends_on + AFTER_END)
        if stay.transfers.arrived().exists():
            _shares(case, institution_id).update(read_only=True)
    _end(case, institution_id, until)


def let_file_run_out(placement: Placement, *, ended_on: date) -> None:
    if placement.institution_id is not None:
        _end(placement.case, placement.institution_id, ended_on + AFTER_END)


def _last_stay(case: Case, institution_id: int) -> Placement | None:
    stays = Placement.objects.filter(
        client_id=case.client_id, institution_id=institution_id, status=PlacementStatus.ENDED
    )
    return stays.order_by("-ends_on").first()


def _still_works_on(case: Case, institution_id: int) -> bool:
    """By a stay, a transfer or a support that is not over: what is being ended has been saved as ended."""
    there = {"case__client_id": case.client_id, "institution_id": institution_id}
    return any(
        rows.filter(**there).exists()
        for rows in (
            Placement.objects.open(),
            Transfer.objects.open(),
            SupportingBase.objects.live(),
        )
    )


def _end(case: Case, institution_id: int, until: date) -> None:
    """Never later than it would have ended: whoever received a file gives themselves no more time with it."""
    _shares(case, institution_id).update(ends_on=Least(F("ends_on"), Value(until)))


def _shares(case: Case, institution_id: int) -> QuerySet[Share]:
    return Share.objects.filter(client_id=case.client_id, institution_id=institution_id)
