from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from regions.models import Regency
from tools.demonstration.loading import load


class Command(BaseCommand):
    help = "Fill an empty demonstration database with made-up people; may run twice."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError(
                "The demonstration's passwords are printed in public; it is loaded only where"
                " DEMONSTRATION is set (atensi.settings.dev)."
            )
        if not Regency.objects.exists():
            call_command("load_regions", verbosity=options["verbosity"])
        loaded = load(timezone.now())
        if options["verbosity"]:
            self.stdout.write("Loaded." if loaded else "There are accounts already: nothing done.")
