from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from common import seal_file
from common.scope import acting
from common.sealing import SEALER, seal


class Command(BaseCommand):
    help = "Seal what is new in the trail now; the clock does it every ten minutes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--new-file",
            action="store_true",
            help="after a restore: put the old file aside and copy all seals to a new one",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["new_file"]:
            with acting(SEALER):
                kept = seal_file.start_again()
            self.stdout.write(
                f"New file {seal_file.path()}" + (f", old one {kept}" if kept else "")
            )
        try:
            made = seal()
        except seal_file.SealFileDamaged as damage:
            raise CommandError(str(damage)) from damage
        self.stdout.write(f"{len(made)} seals over {sum(row.rows for row in made)} rows")
