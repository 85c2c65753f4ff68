"""The one way to move a transfer and a supporting base; their rows are locked after case, institution and placement."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from care import support_workflow, transfer_workflow
from care.enums import SupportStatus, TransferStatus
from care.models import SupportingBase, Transfer
from care.workflow import IllegalMove
from clients.models import Case
from clients.transitions import lock_case
from common.errors import DomainError
from partners.models import Institution


if TYPE_CHECKING:
    from django.utils.functional import Promise


def lock_transfer(transfer: Transfer) -> tuple[Case, Institution | None, Transfer]:
    """Return the three rows as they stand now, locked until the end of the transaction."""
    case = lock_case(transfer.case)
    institution = None
    if transfer.institution_id is not None:
        institution = Institution.objects.select_for_update(no_key=True).get(
            pk=transfer.institution_id
        )
    locked = Transfer.objects.select_for_update(no_key=True).get(pk=transfer.pk)
    return case, institution, locked


def lock_support(support: SupportingBase) -> tuple[Case, SupportingBase]:
    case = lock_case(support.case)
    return case, SupportingBase.objects.select_for_update(no_key=True).get(pk=support.pk)


def move_transfer(transfer: Transfer, verb: str) -> None:
    """Set the status that `verb` leads to; the caller saves. A move out of turn is a DomainError."""
    try:
        transfer.status = transfer_workflow.next_status(verb, transfer.status)
    except IllegalMove as error:
        raise _out_of_turn(_("Pemindahan ini"), TransferStatus(transfer.status).label) from error


def move_support(support: SupportingBase, verb: str) -> None:
    try:
        support.status = support_workflow.next_status(verb, support.status)
    except IllegalMove as error:
        raise _out_of_turn(_("Basis pendukung ini"), SupportStatus(support.status).label) from error


def _out_of_turn(what: str, status: "str | Promise") -> DomainError:
    return DomainError(
        _("%(what)s sudah berstatus “%(status)s”. Muat ulang halaman untuk melihat perubahannya.")
        % {"what": what, "status": status},
        code="wrong_status",
    )
