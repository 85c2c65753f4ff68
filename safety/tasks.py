"""What the clock does for people who were sent to a clinician."""

from celery import shared_task
from django.utils import timezone

from common.scope import MACHINERY


@shared_task(scope=MACHINERY)
def watch_referrals() -> None:
    """Whose result is overdue is told to the leaders of the institution that keeps the case."""
    from safety.services.escalating import sweep_overdue

    sweep_overdue(at=timezone.now())
