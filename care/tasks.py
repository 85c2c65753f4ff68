"""What the clock does for placements and transfers."""

from celery import shared_task
from django.utils import timezone

from common.scope import MACHINERY


@shared_task(scope=MACHINERY)
def watch_arrivals() -> None:
    """Transfers that left days ago and have not come; which cases they are is asked of the whole country."""
    from care.transfer.services.arrivals import ask_after_arrivals

    now = timezone.now()
    ask_after_arrivals(today=timezone.localdate(now), at=now)


@shared_task(scope=MACHINERY)
def sweep_placements() -> None:
    """Each row is moved in the name of the institutions whose case it is."""
    from care.waiting.sweeping import sweep

    sweep(at=timezone.now())


@shared_task(scope=MACHINERY)
def sweep_aftercare() -> None:
    """Points of after-care that went by are closed first, so that only what can still be done becomes work."""
    from care.aftercare.late import sweep_late
    from care.aftercare.sweeping import sweep_passed

    now = timezone.now()
    sweep_passed(at=now)
    sweep_late(at=now)
