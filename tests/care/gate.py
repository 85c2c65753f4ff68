"""Care ends behind a gate (care/gate.py); tests of what comes after the end go through it here."""

from care import gate, services
from care.models import Placement
from tests.care.plan_factories import GateWaiverFactory, TerminationFactory


def open_gate(placement: Placement, ending: services.Ending) -> None:
    """Approved, and every item left out: from now on this placement may end so."""
    facts = {"on": ending.on, "reason": ending.reason}
    row = TerminationFactory(placement=placement, approved=True, **facts)
    for item in gate.required(ending.reason):
        GateWaiverFactory(termination=row, item=item)


def end_through_gate(*, placement: Placement, ending: services.Ending, actor, at) -> Placement:
    open_gate(placement, ending)
    return services.end_placement(placement=placement, ending=ending, actor=actor, at=at)
