import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from upkeep.backup.errors import BackupFailed
from upkeep.backup.restoring import restore


class Command(BaseCommand):
    help = (
        "Restore a backup into the empty database that DATABASE_URL names, and compare: identical, or it fails. "
        "script/restore calls it and does the rest."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--identity", type=Path, required=True, help="the age key that opens it"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            tables = restore(
                options["folder"], identity=options["identity"], url=os.environ["DATABASE_URL"]
            )
        except BackupFailed as problem:
            raise CommandError(
                "\n".join([str(problem), getattr(problem, "words", "")]).strip()
            ) from problem
        self.stdout.write(f"{tables} tables came back, identical")
