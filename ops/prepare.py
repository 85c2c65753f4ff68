"""Everything between a checkout with an empty database and a site that people can work with.

    python -m ops.prepare files                       translations and static files (at image build)
    python -m ops.prepare database                    tables, cache table, regions (at deployment)
    python -m ops.prepare files database demonstration

Doing it twice changes nothing. Progress goes to stderr; what the person should read when the site is up
(the demonstration accounts) goes to stdout.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command, get_commands
from django.db import OperationalError

from common import keyfile, secret_files
from ops import translations
from ops.errors import CannotStart


LOGIN = "app_login"


def main(parts: list[str]) -> None:
    secret_files.take(os.environ)
    os.environ.setdefault("STATEMENT_SECONDS", "0")  # a new index takes as long as it takes
    password = _login_password(os.environ.get("DATABASE_URL", ""))
    # The tables are the owner's; the site signs in as somebody with fewer rights (docs/operations.md).
    if owner := os.environ.get("DATABASE_OWNER_URL"):
        os.environ["DATABASE_URL"] = owner
    steps: dict[str, Callable[[], None]] = {
        "files": _files,
        "database": partial(_database, password),
        "demonstration": _demonstration,
    }
    if "files" in parts:
        translations.compile_all()  # before Django reads them
    django.setup()
    try:
        for part in parts:
            steps[part]()
    except (CommandError, OperationalError) as problem:
        raise CannotStart(f"The preparation failed: {problem}") from problem


def _files() -> None:
    _step("the static files", _collect_static)


def _login_password(url: str) -> str:
    """The one that the site will sign in with, when its account is the one that we make."""
    address = urlsplit(url)
    return unquote(address.password or "") if address.username == LOGIN else ""


def _database(password: str) -> None:
    _look_for_keys()
    _step("the database", partial(_make_tables, password))
    _call_if_known("seal_marked")
    _call_if_known("fill_search_keys")
    _step("the regions", lambda: _call_if_known("load_regions"))
    _call_if_known("load_consent_text")
    _step("the figures of the nation", lambda: _call_if_known("count_the_nation"))


def _make_tables(password: str) -> None:
    call_command("db_roles", login_password=password)
    call_command("createcachetable", verbosity=0)  # before the rights, which migrate gives
    call_command("migrate", verbosity=0, interactive=False)


def _look_for_keys() -> None:
    from common.sealed import keyring  # noqa: PLC0415  needs the models

    if settings.DEMONSTRATION:
        keyfile.make(Path(settings.FIELD_KEYS_FILE))
    try:
        keyring.keyring()
    except keyring.KeysUnusable as problem:
        raise CannotStart(str(problem)) from problem


def _demonstration() -> None:
    """Only into an installation that nobody uses yet: it must never stand beside real people."""
    if not get_user_model().objects.exists():
        _step("the demonstration data", lambda: _call_if_known("load_demonstration"))
    _call_if_known("demonstration_accounts")


def _step(what: str, action: Callable[[], object]) -> None:
    print(f"Preparing {what} ...", file=sys.stderr, flush=True)
    action()


def _call_if_known(command: str) -> None:
    if command in get_commands():
        call_command(command, verbosity=1 if command == "demonstration_accounts" else 0)


def _collect_static() -> None:
    """Collecting and compressing takes seconds, looking whether anything changed takes none.

    Files are named by their content, and old ones stay: the version before may still serve them while this is done.
    """
    stamp = settings.STATIC_ROOT / ".sources"
    now = _static_fingerprint()
    if stamp.exists() and stamp.read_text() == now:
        return
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(now)


def _static_fingerprint() -> str:
    sum_ = hashlib.sha256((settings.BASE_DIR / "requirements.txt").read_bytes())
    for path in _static_sources():
        state = path.stat()
        sum_.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return sum_.hexdigest()


def _static_sources() -> Iterator[Path]:
    for folder in settings.STATICFILES_DIRS:
        yield from sorted(path for path in Path(folder).rglob("*") if path.is_file())


if __name__ == "__main__":
    main(sys.argv[1:])
