"""One migrated database with the people of the tests for each state of what makes it; runs work on copies.

Copying takes a tenth of a second where migrating takes many, and runs side by side never share a database.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from common import fence, roles, sqlfiles
from common.trail import is_append_only, table_of
from tests import people
from tests.guards.append_only import triggers_off


KEPT_TEMPLATES = 2
# What settles the people of the tests, and the models that it makes them of.
PEOPLE = (
    "tests/people.py",
    "tests/partners/factories.py",
    "tests/regions/factories.py",
    "accounts/models/user.py",
    "partners/models.py",
    "regions/models.py",
)


def create() -> str:
    """Point the connection at a fresh copy and return its name."""
    with _server() as cursor:
        cursor.execute("SET lock_timeout = 0")  # who builds the template may take a minute
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(hashtext('atensi test template'))")
        _sweep(cursor)
        template = f"template_{_fingerprint()}"
        if not _databases(cursor, template):
            _build(cursor, template)
        name = f"test_{os.getpid()}"
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    _use(name)
    with connection.cursor() as cursor:
        roles.close_the_database(cursor)
    return name


def forget_everybody() -> None:
    """Within the transaction under way: the named people and institutions of the template."""
    with triggers_off(), connection.cursor() as cursor:
        for table in ("partners_agreement", "accounts_user", "partners_institution"):
            cursor.execute(f"DELETE FROM {table}")


def drop(name: str) -> None:
    connection.close()
    with _server() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _build(cursor, template: str) -> None:
    # Built under another name and renamed when whole: an interrupted build is never taken for a template.
    cursor.execute('DROP DATABASE IF EXISTS "building" WITH (FORCE)')
    cursor.execute('CREATE DATABASE "building"')
    _use("building")
    call_command("db_roles")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_consent_text")
    people.settle()
    connection.close()
    cursor.execute(f'ALTER DATABASE "building" RENAME TO "{template}"')
    for old in _databases(cursor, "template\\_%")[:-KEPT_TEMPLATES]:
        cursor.execute(f'DROP DATABASE IF EXISTS "{old}" WITH (FORCE)')


def _sweep(cursor) -> None:
    """Drop what killed runs left behind; on a shared server process ids mean nothing, so only on ours."""
    if not settings.DATABASES["default"]["HOST"].startswith("/"):
        return
    for name in _databases(cursor, "test\\_%"):
        owner = re.fullmatch(r"test_(\d+)", name)
        if owner and not Path(f"/proc/{owner[1]}").exists():
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _databases(cursor, pattern: str) -> list[str]:
    cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s ORDER BY oid", [pattern])
    return [name for (name,) in cursor.fetchall()]


def _fingerprint() -> str:
    sum_ = hashlib.sha256("\n".join(_declared()).encode())
    for path in [settings.BASE_DIR / "requirements.txt", *_sources()]:
        sum_.update(f"{path.relative_to(settings.BASE_DIR)}\n".encode() + path.read_bytes())
    return sum_.hexdigest()[:16]


def _declared() -> Iterator[str]:
    """What the models and `sql/` say beside the migrations (common.declared puts it up)."""
    yield from fence.policies()
    yield from (f"{text} {constants}" for text, constants in sqlfiles.scripts())
    yield from (trigger.compile(model).hash for model, trigger in pgtrigger.registered())
    yield from sorted(f"{model} {said}" for model, said in fence.FENCES.items())
    yield from (table_of(model) for model in apps.get_models() if is_append_only(model))
    yield from (table_of(model) for model in (*fence.KEPT_BY_TRIGGERS, *fence.REPLACED_WHOLE))
    yield from settings.DELETED_BY_PAGES


def _sources() -> Iterator[Path]:
    yield from sorted(settings.BASE_DIR.glob("*/migrations/*.py"))
    for name in ("declared", "guests", "keeper", "roles", "trail"):
        yield settings.BASE_DIR / f"common/{name}.py"
    yield settings.BASE_DIR / "clients/management/commands/load_consent_text.py"
    for path in PEOPLE:
        yield settings.BASE_DIR / path


def _use(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


@contextmanager
def _server() -> Iterator:
    with connection._nodb_cursor() as cursor:
        yield cursor
