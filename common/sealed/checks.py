"""`manage.py check --deploy`: the key file is there, complete, and its owner's alone."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning as Caution, register

from common.sealed.keyring import KeysUnusable, keyring


@register(Tags.security, deploy=True)
def check_key_file(**_options: Any) -> list[CheckMessage]:
    try:
        keyring()
    except KeysUnusable as error:
        return [
            Error(
                str(error),
                hint="manage.py new_field_key makes one; keep a copy apart from the database.",
                id="sealed.E001",
            )
        ]
    if Path(settings.FIELD_KEYS_FILE).stat().st_mode & 0o077:
        return [
            Caution(
                f"{settings.FIELD_KEYS_FILE} can be read by others than its owner.",
                hint="chmod 600, or 400.",
                id="sealed.W001",
            )
        ]
    return []
