"""At the placement desk: a request that nobody answered, and somebody who waits for a place."""

from care.models import Placement
from care.placement.selectors.places import occupancy
from care.placement.services.overdue import escalate_request
from care.waiting.services import Wait, enter_queue
from clients.enums import NextStep
from clients.models import Case
from partners.enums import CareBase
from partners.models import Institution
from tools.demonstration.world import World


FULL = "sejahtera"  # every place taken


def tell(world: World) -> None:
    _leave_unanswered(world)
    _wait(world)


def _leave_unanswered(world: World) -> None:
    """The longest overdue of Yusuf's: told to the leaders, not closed yet."""
    rows = Placement.objects.unanswered_on(world.clock.today)
    late = rows.filter(requested_by=world.people["yusuf"]).order_by("answer_due_on", "pk")[0]
    escalate_request(placement=late, at=world.clock.now)


def _wait(world: World) -> None:
    """Sari's client waits for an institution that is full."""
    rows = Case.objects.filter(
        lead_worker=world.people["sari"],
        next_step=NextStep.REQUEST_PLACEMENT,
        base=CareBase.INSTITUTION,
    )
    case = rows.order_by("pk")[0]
    Institution.objects.filter(pk=world.places[FULL].pk).update(
        capacity=occupancy(world.places[FULL]).taken
    )
    wait = Wait(
        institution=world.places[FULL],
        interim_services=("C4b", "K4"),
        interim_provider="Puskesmas Contoh Tegal dan pekerja sosial setiap Jumat.",
    )
    enter_queue(case=case, wait=wait, actor=world.people["sari"], at=world.clock.now)
