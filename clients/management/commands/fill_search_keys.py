from typing import Any

from django.core.management.base import BaseCommand

from clients.services.finding import fill_search_keys


class Command(BaseCommand):
    help = "Make what people are found by for rows that have none yet, as the owner; repeated, it finds nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        count = fill_search_keys()
        if count and options["verbosity"]:
            self.stdout.write(f"{count} people can be found.")
