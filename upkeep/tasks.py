"""What the clock asks for. Long ones have hours, and a second one beside the first ends by itself."""

from celery import shared_task
from django.utils import timezone

from common.scope import MACHINERY


HOURS = {"soft_time_limit": 4 * 3600, "time_limit": 4 * 3600 + 60}


@shared_task(scope=MACHINERY)
def make_rounds() -> None:
    from upkeep import rounds

    rounds.make_rounds(at=timezone.now())


@shared_task(scope=MACHINERY)
def look_outside() -> None:
    from upkeep import rounds

    rounds.look_outside(at=timezone.now())


@shared_task(scope=MACHINERY, acks_late=False, **HOURS)
def back_up() -> None:
    from upkeep import services

    services.back_up(at=timezone.now())


@shared_task(scope=MACHINERY, acks_late=False, **HOURS)
def check_restore() -> None:
    from upkeep import services

    services.check_restore(at=timezone.now())


@shared_task(scope=MACHINERY, acks_late=False, **HOURS)
def verify_seals() -> None:
    from upkeep import services

    services.verify_seals(at=timezone.now())


@shared_task(scope=MACHINERY, acks_late=False, **HOURS)
def verify_history() -> None:
    from upkeep import services

    services.verify_history(at=timezone.now())
