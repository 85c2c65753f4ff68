"""Secrets out of files: NAME_FILE names one, as Docker's secrets, systemd's credentials and a vault's agent lay them down.

Standard library only: it is needed before Django is there.
"""

from collections.abc import MutableMapping
from pathlib import Path


SECRETS = (
    "SECRET_KEY",
    "SECRET_KEY_FALLBACKS",
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "REDIS_URL",
    "EMAIL_PASSWORD",
    "S3_ACCESS_KEY",
    "S3_SECRET_KEY",
    "METRICS_TOKEN",
    "BACKUP_URL",
    "RESTORE_CHECK_URL",
)


class NoSecret(Exception):
    """Two places tell a secret, or the one that should cannot."""


def take(environment: MutableMapping[str, str]) -> None:
    """Afterwards each secret stands under its own name; asked again, nothing is left to do."""
    for name in SECRETS:
        if path := environment.get(f"{name}_FILE"):
            if environment.get(name):
                raise NoSecret(f"Both {name} and {name}_FILE are set: leave one of them out.")
            environment[name] = _read(name, path)
            del environment[f"{name}_FILE"]


def _read(name: str, path: str) -> str:
    try:
        secret = Path(path).read_text().strip()
    except (OSError, UnicodeDecodeError) as problem:
        raise NoSecret(f"{name}_FILE={path} cannot be read: {problem}") from problem
    if not secret:
        raise NoSecret(f"{name}_FILE={path} is empty.")
    return secret
