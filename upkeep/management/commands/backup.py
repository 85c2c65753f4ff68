from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from upkeep.backup.errors import BackupFailed, NotConfigured
from upkeep.services import back_up


class Command(BaseCommand):
    help = "Make an encrypted backup of database and files now, and remove those that are too old."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            folder = back_up(at=timezone.now())
        except (BackupFailed, NotConfigured) as problem:
            raise CommandError(
                "\n".join([str(problem), getattr(problem, "words", "")]).strip()
            ) from problem
        self.stdout.write(f"Backup {folder}")
