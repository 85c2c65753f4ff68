from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from clients import erasure_ledger
from clients.services.erasing import replay_erasure


class Command(BaseCommand):
    help = "After restoring a backup: erase again everybody who is in the erasure ledger."

    def handle(self, *args: Any, **options: Any) -> None:
        listed = list(erasure_ledger.entries())
        again = sum(replay_erasure(erasure=one, at=timezone.now()) for one in listed)
        self.stdout.write(
            f"{len(listed)} erasures in the ledger, {again} of them had to be repeated."
        )
