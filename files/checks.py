"""`manage.py check --deploy`: whether files are looked at, and whether CLAMD_URL can be understood."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning as Caution, register


@register(Tags.security, deploy=True)
def check_scanner(**_options: Any) -> list[CheckMessage]:
    if not settings.CLAMD_URL:
        return [
            Caution(
                "Nobody scans the files that people bring: CLAMD_URL is not set.",
                hint="Let it name a clamd: tcp://host:3310 or unix:///run/clamav/clamd.ctl (docs/operations.md).",
                id="files.W001",
            )
        ]
    where = urlsplit(settings.CLAMD_URL)
    if (where.scheme, bool(where.hostname)) != ("tcp", True) and where.scheme != "unix":
        return [
            Error(
                f"CLAMD_URL is not an address of clamd: {settings.CLAMD_URL}",
                hint="tcp://host:3310 or unix:///run/clamav/clamd.ctl",
                id="files.E001",
            )
        ]
    return []
