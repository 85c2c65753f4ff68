from typing import Any

from django.core.management.base import BaseCommand

from common.sealed.marked import seal_marked


class Command(BaseCommand):
    help = "Seal what stood open before its column was a sealed one, as the owner; repeated, it finds nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        count = seal_marked()
        if count and options["verbosity"]:
            self.stdout.write(f"{count} values sealed. The chain of seals begins anew.")
