"""The one way to move a placement, and the order in which its rows are locked.

Always case, then institution, then placement: two people who act on neighbouring rows wait for each other
instead of blocking each other for good.
"""

from datetime import date

from django.utils.translation import gettext as _

from care.enums import PlacementStatus
from care.models import Placement
from care.workflow import IllegalMove, next_status
from clients.enums import CloseReason
from clients.models import Case
from clients.transitions import lock_case, move_case, set_next
from common.errors import DomainError
from partners.models import Institution


def lock_all(placement: Placement) -> tuple[Case, Institution | None, Placement]:
    """Return the three rows as they stand now, locked until the end of the transaction."""
    case = lock_case(placement.case)
    institution = None
    if placement.institution_id is not None:
        institution = Institution.objects.select_for_update(no_key=True).get(
            pk=placement.institution_id
        )
    locked = Placement.objects.select_for_update(no_key=True).get(pk=placement.pk)
    return case, institution, locked


def move_placement(placement: Placement, verb: str) -> None:
    """Set the status that `verb` leads to; the caller saves. A move out of turn is a DomainError."""
    try:
        placement.status = next_status(verb, placement.status)
    except IllegalMove as error:
        status = PlacementStatus(placement.status).label
        raise DomainError(
            _(
                "Penempatan ini sudah berstatus “%(status)s”. Muat ulang halaman untuk melihat perubahannya."
            )
            % {"status": status},
            code="wrong_status",
        ) from error


def close_after_death(case: Case, *, today: date) -> None:
    """The caller saves."""
    move_case(case, "close")
    case.closed_on, case.close_reason = today, CloseReason.DIED
    set_next(case, "", None)
