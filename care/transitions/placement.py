"""The order in which the rows of a placement are locked.

Always case, then institution, then placement: two people who act on neighbouring rows wait for each other
instead of blocking each other for good.
"""

from datetime import date

from care.models import Placement
from clients.enums import CloseReason
from clients.models import Case
from clients.transitions import lock_case, set_next
from clients.workflow import CASE
from common.workflow import move
from partners.models import Institution


def lock_all(placement: Placement) -> tuple[Case, Institution | None, Placement]:
    """Return the three rows as they stand now, locked until the end of the transaction."""
    case = lock_case(placement.case)
    asked = placement.institution_id
    institution = None if asked is None else lock_institution(asked)
    locked = Placement.objects.select_for_update(no_key=True).get(pk=placement.pk)
    return case, institution, locked


def lock_institution(pk: int) -> Institution:
    """As it stands now: whoever edits it meanwhile waits, or has been waited for."""
    return Institution.objects.select_for_update(no_key=True).get(pk=pk)


def close_after_death(case: Case, *, today: date) -> None:
    """The caller saves."""
    move(case, "close", CASE)
    case.closed_on, case.close_reason = today, CloseReason.DIED
    set_next(case, "", None)
