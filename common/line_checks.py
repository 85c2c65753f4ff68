"""No connection of ours crosses a network in the clear: `manage.py check --deploy`."""

from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.conf import settings
from django.core.checks import Error, Tags, register


# What libpq calls a line that nobody listens to; the lesser ones fall back to plain text.
PRIVATE = {"require", "verify-ca", "verify-full"}


@register(Tags.security, deploy=True)
def every_line_is_encrypted(**_options: Any) -> list[Error]:
    return [
        Error(
            f"{name} leads to {host} in the clear.",
            hint=f"{hint} Or name {host} in SAME_MACHINE, if nothing between leaves this machine.",
            id="lines.E001",
        )
        for name, host, hint in _in_the_clear()
        if not _is_here(host)
    ]


def _in_the_clear() -> Iterator[tuple[str, str, str]]:
    """The setting, the host that it names, and what would encrypt the way there."""
    database = settings.DATABASES["default"]
    options = database.get("OPTIONS", {})
    if options.get("sslmode") not in PRIVATE:
        host = options.get("host") or database.get("HOST", "")
        yield "DATABASE_URL", host, "End it with ?sslmode=verify-full."
    for name in ("BACKUP_URL", "RESTORE_CHECK_URL"):
        address = urlsplit(getattr(settings, name))
        said = dict(parse_qsl(address.query))
        if said.get("sslmode") not in PRIVATE:
            host = said.get("host") or address.hostname or ""
            yield name, host, "End it with ?sslmode=verify-full."
    queue = urlsplit(settings.REDIS_URL)
    if queue.scheme == "redis":
        yield "REDIS_URL", queue.hostname or "", "Begin it with rediss://."
    if not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL):
        yield "EMAIL_HOST", settings.EMAIL_HOST, "Set EMAIL_TLS=starttls or EMAIL_TLS=tls."
    scanner = urlsplit(settings.CLAMD_URL)
    if scanner.scheme == "tcp":
        yield (
            "CLAMD_URL",
            scanner.hostname or "",
            "clamd encrypts nothing: lead it through a tunnel.",
        )
    bucket = urlsplit(settings.STORAGES["files"].get("OPTIONS", {}).get("endpoint_url") or "")
    if bucket.scheme == "http":
        yield "S3_ENDPOINT_URL", bucket.hostname or "", "Begin it with https://."


def _is_here(host: str) -> bool:
    """Without a host, or with a folder for one, it is a socket."""
    if not host or host.startswith("/") or host == "localhost" or host in settings.SAME_MACHINE:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
