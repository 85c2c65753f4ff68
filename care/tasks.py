"""What the queue does for placements."""

from celery import shared_task
from django.utils import timezone

from atensi.common.scope import MACHINERY


@shared_task(scope=MACHINERY)
def sweep_placements() -> None:
    """Each row is moved in the name of the institutions whose case it is."""
    from care.services.sweeping import sweep

    sweep(at=timezone.now())
