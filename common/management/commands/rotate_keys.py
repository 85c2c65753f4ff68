from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from common.models import DataKey
from common.sealed import KeysUnusable
from common.sealed.datakeys import rewrap
from common.sealed.keyring import HIDDEN, keyring


class Command(BaseCommand):
    help = (
        "Wrap everybody's data key, and what else lies under the key file, with the newest key; "
        "people go on working, and it may run twice."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            changed = self._rotate()
            hidden = {what: hide_again() for what, hide_again in HIDDEN.items()}
        except KeysUnusable as error:
            raise CommandError(str(error)) from error
        newest = keyring().newest
        left = DataKey.objects.exclude(kek=newest).count()
        self.stdout.write(f"{changed} data keys wrapped with {newest}; {left} still with another.")
        for what, count in hidden.items():
            self.stdout.write(f"{count} {what} hidden with {newest}.")
        if not left:
            old = ", ".join(name for name in keyring().keys if name != newest) or "none"
            self.stdout.write(f"No longer needed for this database: {old}.")

    def _rotate(self) -> int:
        changed, last = 0, None
        while True:
            with transaction.atomic():
                count, last = rewrap(last)
            changed += count
            if last is None:
                return changed
