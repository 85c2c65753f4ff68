"""One backup: the database as it was at one moment, the files that belong to it, and never a key."""

import shutil
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg2
from django.conf import settings
from psycopg2.extensions import connection as AnyConnection  # noqa: N812

from common import seal_file
from files import keeping
from upkeep.backup import counting, manifest, programs
from upkeep.backup.errors import BackupFailed, NotConfigured


PREFIX, UNFINISHED = "atensi-", ".part"
SEALS, BUCKET = "seals.jsonl", "bucket"
PATIENCE_SECONDS = 30
ALONE = "SELECT pg_try_advisory_lock(hashtext('atensi backup'))"
# Sealing asks for the same lock and leaves when it is taken: no seal is made between the file's copy and the dump.
NO_SEALING = "SELECT pg_advisory_xact_lock(hashtext('atensi seals'))"
LAST_SEAL = "SELECT coalesce(max(number), 0) FROM common_auditseal"


@dataclass(frozen=True, slots=True)
class Moment:
    """What a transaction sees that stays open: the dump and the counts see the same."""

    snapshot: str
    server: int
    holdings: counting.Holdings


def make(at: datetime) -> Path:
    """The folder of a whole backup; what was begun and not ended leaves nothing that looks like one."""
    _demand_settings()
    folder = Path(settings.BACKUP_DIR) / f"{PREFIX}{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    draft = folder.with_name(folder.name + UNFINISHED)
    draft.mkdir(mode=0o700, parents=True)
    try:
        with _moment(draft) as moment:
            _dump(moment, draft / manifest.DATABASE)
        _pack(draft)
        sums = {name: manifest.sum_of(draft / name) for name in (manifest.DATABASE, manifest.FILES)}
        made = manifest.Manifest(at.isoformat(), moment.server, sums, moment.holdings)
        made.write(draft)
        draft.rename(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return folder


def _demand_settings() -> None:
    for name in ("BACKUP_DIR", "BACKUP_RECIPIENT", "BACKUP_URL"):
        if not getattr(settings, name):
            raise NotConfigured(f"{name} is not set.")
    keys = Path(settings.FIELD_KEYS_FILE).resolve().parent
    media, home = Path(settings.MEDIA_ROOT).resolve(), Path(settings.BACKUP_DIR).resolve()
    if keys.is_relative_to(media) or keys == home or home.is_relative_to(media):
        raise BackupFailed("Keys, media and backups lie inside one another: keep them apart.")


@contextmanager
def _moment(draft: Path) -> Iterator[Moment]:
    with closing(psycopg2.connect(settings.BACKUP_URL)) as connection:
        _be_alone(connection)
        connection.set_session(isolation_level="REPEATABLE READ", readonly=True)
        with connection.cursor() as cursor:
            cursor.execute(NO_SEALING)
            _copy_seals(draft)
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone() or ("",)
            held = counting.holdings(cursor)
            yield Moment(snapshot, connection.server_version // 10_000, held)
        connection.rollback()


def _be_alone(connection: AnyConnection) -> None:
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
        if not (cursor.fetchone() or (False,))[0]:
            raise BackupFailed("Another backup is being made.")
    connection.autocommit = False


def _copy_seals(draft: Path) -> None:
    """A worker writes its seals into the file after its commit: for that moment we wait."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while _last_in_file() != (last := _last_in_database()):
        if time.monotonic() > deadline:
            raise BackupFailed(
                f"The file of seals ends with {_last_in_file()}, the database with {last}: run verify_audit."
            )
        time.sleep(0.2)
    if seal_file.path().exists():
        shutil.copyfile(seal_file.path(), draft / SEALS)
    else:
        (draft / SEALS).touch()


def _last_in_file() -> int:
    return max((int(entry["number"]) for entry in seal_file.lines()), default=0)


def _last_in_database() -> int:
    with (
        closing(psycopg2.connect(settings.BACKUP_URL)) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute(LAST_SEAL)
        return int((cursor.fetchone() or (0,))[0])


def _dump(moment: Moment, path: Path) -> None:
    command = [programs.program("pg_dump", moment.server), "--format=custom"]
    with path.open("wb") as out:
        programs.through(
            [*command, f"--snapshot={moment.snapshot}"],
            _encrypt(),
            out=out,
            environment=programs.at_the_server(settings.BACKUP_URL),
        )


def _pack(draft: Path) -> None:
    """Media are only ever added under names of our own: what came after the dump's moment does no harm."""
    with (
        tempfile.TemporaryDirectory(dir=draft) as folder,
        (draft / manifest.FILES).open("wb") as out,
    ):
        packed = Path(folder) / "files.tar"
        with tarfile.open(packed, "w") as archive:
            archive.add(draft / SEALS, SEALS)
            if Path(settings.MEDIA_ROOT).is_dir():
                archive.add(settings.MEDIA_ROOT, "media")
            if keeping.is_far():
                _add_bucket(archive)
        programs.through(["cat", str(packed)], _encrypt(), out=out)
    (draft / SEALS).unlink()


def _add_bucket(archive: tarfile.TarFile) -> None:
    """Under the names that a folder would have, so that it comes back into either."""
    storage = keeping.storage()
    for name in keeping.every_name():
        with storage.open(name, "rb") as file:
            about = tarfile.TarInfo(f"{BUCKET}/{name}")
            about.size = file.size
            archive.addfile(about, file)


def _encrypt() -> list[str]:
    return [programs.age(), "--encrypt", "--recipient", settings.BACKUP_RECIPIENT]
