from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from common.comparing import mismatches


class Command(BaseCommand):
    help = "Compare every tracked row with its last change; a write past the triggers shows here."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--sample", type=int, default=0, help="rows of each table; all unless told"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = mismatches(sample=options["sample"])
        if found:
            raise CommandError("\n".join(str(row) for row in found))
        self.stdout.write("Every row is as its last change left it")
