"""The rows of a transfer and of a supporting base, locked after case, institution and placement."""

from care.models import SupportingBase, Transfer
from care.transitions.placement import lock_institution
from clients.models import Case
from clients.transitions import lock_case
from partners.models import Institution


def lock_transfer(transfer: Transfer) -> tuple[Case, Institution | None, Transfer]:
    """Return the three rows as they stand now, locked until the end of the transaction."""
    case = lock_case(transfer.case)
    asked = transfer.institution_id
    institution = None if asked is None else lock_institution(asked)
    locked = Transfer.objects.select_for_update(no_key=True).get(pk=transfer.pk)
    return case, institution, locked


def lock_support(support: SupportingBase) -> tuple[Case, SupportingBase]:
    case = lock_case(support.case)
    return case, SupportingBase.objects.select_for_update(no_key=True).get(pk=support.pk)
