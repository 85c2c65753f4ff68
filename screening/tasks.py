"""What the queue does for screenings."""

from celery import shared_task
from django.utils import timezone

from common.scope import MACHINERY


@shared_task(scope=MACHINERY)
def plan_rescreenings() -> None:
    """Every case in care has a day for its next re-screening."""
    from screening.services.rescreening import sweep_rescreenings

    sweep_rescreenings(at=timezone.now())
