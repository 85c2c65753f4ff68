"""The pages that show where a client stands: placements, transfers and the queue together."""

from dataclasses import dataclass
from datetime import date

from care.enums import TerminationStatus
from care.models import Placement
from care.workflow import PLACEMENT
from common.faults import demand_day
from common.workflow import move


@dataclass(frozen=True)
class Ending:
    on: date
    reason: str
    note: str


def end_stay(placement: Placement, ending: Ending, *, today: date) -> None:
    """Only the stay itself, under the caller's locks and without the gate: also when the person moves on.

    The case, the event and (last of all) the receiver's sight of the file are the caller's.
    """
    move(placement, "end", PLACEMENT)
    if placement.starts_on is not None:
        demand_day(ending.on, first=placement.starts_on, today=today, field="on")
    placement.ends_on, placement.end_reason = ending.on, ending.reason
    placement.end_note = ending.note
    placement.save(update_fields=["status", "ends_on", "end_reason", "end_note"])
    placement.terminations.undecided().update(status=TerminationStatus.CANCELLED)
