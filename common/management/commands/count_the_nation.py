from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from common import summary


class Command(BaseCommand):
    help = "Count the figures of the nation now, as the clock of the queue does twice a minute."

    def handle(self, *args: Any, **options: Any) -> None:
        summary.count_all(timezone.now())
