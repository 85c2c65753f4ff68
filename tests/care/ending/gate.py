"""Care ends behind a gate (care/ending/gate.py); tests of what comes after the end go through it here."""

from care.ending import gate
from care.ending.services.ending import end_placement
from care.models import Placement
from care.placement.services.stays import Ending
from tests.care.plan_factories import GateWaiverFactory, TerminationFactory


def open_gate(placement: Placement, ending: Ending) -> None:
    """Approved, and every item left out: from now on this placement may end so."""
    facts = {"on": ending.on, "reason": ending.reason}
    row = TerminationFactory(placement=placement, approved=True, **facts)
    for item in gate.required(ending.reason):
        GateWaiverFactory(termination=row, item=item)


def end_through_gate(*, placement: Placement, ending: Ending, actor, at) -> Placement:
    open_gate(placement, ending)
    return end_placement(placement=placement, ending=ending, actor=actor, at=at)
