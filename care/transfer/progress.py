"""How far a transfer has come, as the step bar draws it."""

from care.enums import TransferStatus
from care.models import Transfer


WAY = (
    TransferStatus.PROPOSED,
    TransferStatus.ACCEPTED,
    TransferStatus.TRAVELLING,
    TransferStatus.ARRIVED,
)


def number(transfer: Transfer) -> int:
    """The last step that was taken, from 1 to 4."""
    if transfer.arrived_on:
        return 4
    if transfer.departed_on:
        return 3
    accepted = transfer.answered_at and transfer.status != TransferStatus.DECLINED
    return 2 if accepted else 1


def bar(transfer: Transfer) -> list[str]:
    """A class for each step: done, the one that it stands on while it is open, or to come."""
    reached = number(transfer)
    return [_look(step, reached, is_open=transfer.is_open) for step in range(1, len(WAY) + 1)]


def _look(step: int, reached: int, *, is_open: bool) -> str:
    if step == reached and is_open:
        return "current"
    return "done" if step <= reached else ""
