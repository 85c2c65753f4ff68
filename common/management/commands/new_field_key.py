from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from common import keyfile
from common.sealed import KeysUnusable
from common.sealed.keyring import keyring


class Command(BaseCommand):
    help = "Put a new key before all others of the key file (docs/operations.md); rotate_keys then uses it."

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.FIELD_KEYS_FILE)
        if settings.FIELD_KEYS_FILE and not path.exists():
            keyfile.make(path)
        try:
            keyring()  # a file that cannot be read is not written to
        except KeysUnusable as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{path}: the newest key is {keyfile.add(path)}.")
