from typing import Any

from django.core.management.base import BaseCommand, CommandError

from common.seal_file import SealFileDamaged
from common.verifying import verify


class Command(BaseCommand):
    help = "Recompute every seal of the trail and compare it with the file; the first that does not hold is named."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            verdict = verify()
        except SealFileDamaged as damage:
            raise CommandError(str(damage)) from damage
        if verdict.damage:
            raise CommandError(str(verdict.damage))
        self.stdout.write(f"{verdict.seals} seals over {verdict.rows} rows hold")
