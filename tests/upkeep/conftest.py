"""A place for backups, a key that opens them, and a second database to restore into."""

import os
import secrets
import shutil
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.db import connection

from tests.files.buckets import bucket, server  # noqa: F401


def address_of(database: str) -> str:
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}").geturl()


def as_owner(sql: str) -> None:
    with closing(psycopg2.connect(address_of("postgres"))) as line:
        line.autocommit = True
        line.cursor().execute(sql)


@pytest.fixture(scope="session")
def identity(tmp_path_factory) -> SimpleNamespace:
    path = tmp_path_factory.mktemp("age") / "identity.txt"
    made = subprocess.run(["age-keygen", "-o", path], capture_output=True, text=True, check=True)
    return SimpleNamespace(path=path, recipient=made.stderr.split()[-1])


@pytest.fixture
def house(db, settings, identity):
    """What the test database holds for everybody, its files, and where its backups go."""
    folder = Path(tempfile.mkdtemp(prefix="atensi-test-"))
    settings.MEDIA_ROOT = folder / "media"
    settings.AUDIT_SEAL_FILE = folder / "seals" / "seals.jsonl"
    settings.BACKUP_DIR = str(folder / "backups")
    settings.BACKUP_URL = address_of(connection.settings_dict["NAME"])
    settings.BACKUP_RECIPIENT = identity.recipient
    (settings.MEDIA_ROOT / "proofs").mkdir(parents=True)
    (settings.MEDIA_ROOT / "proofs" / "one").write_bytes(b"sealed content of a proof")
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def second_database():
    name = f"second_{secrets.token_hex(4)}"
    as_owner(f"CREATE DATABASE {name}")
    yield address_of(name)
    as_owner(f"DROP DATABASE {name} WITH (FORCE)")
