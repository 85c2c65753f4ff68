from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from upkeep.backup.errors import BackupFailed, NotConfigured
from upkeep.services import check_restore


class Command(BaseCommand):
    help = "Restore the newest backup into a database of its own, look at everything, and throw it away again."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            folder = check_restore(at=timezone.now())
        except (BackupFailed, NotConfigured) as problem:
            raise CommandError(
                "\n".join([str(problem), getattr(problem, "words", "")]).strip()
            ) from problem
        self.stdout.write(
            f"{folder} restores; every table, the fence, history and seals are as they were"
        )
