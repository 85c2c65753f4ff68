"""The proof that a backup is one: the newest is restored beside the site, everything is looked at, and it is thrown away."""

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from django.conf import settings
from psycopg2.extensions import quote_ident

from upkeep.backup.errors import BackupFailed, NotConfigured
from upkeep.backup.rotating import kept


MANAGE = [sys.executable, "manage.py"]
REFUSAL = "CommandError: "


def steps(folder: Path, identity: Path) -> list[list[str]]:
    """What `script/restore` does, in its order."""
    return [
        [*MANAGE, "db_roles"],
        [*MANAGE, "restore", str(folder), "--identity", str(identity)],
        [*MANAGE, "migrate", "--verbosity", "0"],
        [*MANAGE, "replay_erasures"],
        [*MANAGE, "verify_history"],
        [*MANAGE, "verify_audit"],
    ]


def rehearse() -> Path:
    """The newest backup, which is good; otherwise the reason why it is not."""
    if not (settings.RESTORE_CHECK_URL and settings.BACKUP_IDENTITY):
        raise NotConfigured("RESTORE_CHECK_URL or BACKUP_IDENTITY is not set.")
    if not kept():
        raise BackupFailed("There is no backup yet.")
    newest = kept()[-1]
    with _scratch_database() as url, tempfile.TemporaryDirectory(prefix="atensi-check-") as var:
        for step in steps(newest, Path(settings.BACKUP_IDENTITY)):
            _run(step, _beside_the_site(url, var))
    return newest


def _beside_the_site(url: str, var: str) -> dict[str, str]:
    """Its own database, files and seals; the site's keys and its list of erased people."""
    return os.environ | {
        "DATABASE_URL": url,
        "ATENSI_VAR": var,
        "S3_BUCKET": "",  # never the site's own
        "AUDIT_SEAL_FILE": f"{var}/seals/seals.jsonl",
        "FIELD_KEYS_FILE": str(settings.FIELD_KEYS_FILE),
        "ERASURE_LEDGER": str(settings.ERASURE_LEDGER),
        "STATEMENT_SECONDS": "0",
    }


def _run(step: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(  # noqa: S603
        step, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BackupFailed(f"{step[2]}: {_sentence(done.stderr)}", done.stderr)


def _sentence(words: str) -> str:
    """A command's own; of anything else only that it was."""
    lines = [line for line in words.splitlines() if line.startswith(REFUSAL)]
    return lines[0].removeprefix(REFUSAL) if lines else "it failed"


@contextmanager
def _scratch_database() -> Iterator[str]:
    name = f"atensi_check_{secrets.token_hex(4)}"
    address = urlsplit(settings.RESTORE_CHECK_URL)
    with closing(psycopg2.connect(settings.RESTORE_CHECK_URL)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            quoted = quote_ident(name, cursor)
            cursor.execute(f"CREATE DATABASE {quoted}")
            try:
                yield urlunsplit(address._replace(path=f"/{name}"))
            finally:
                cursor.execute(f"DROP DATABASE IF EXISTS {quoted} WITH (FORCE)")
