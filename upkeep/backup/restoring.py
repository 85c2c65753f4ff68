"""A backup put back into an empty database and an empty folder, compared with what it says of itself."""

import io
import os
import shutil
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

import psycopg2
from django.conf import settings
from django.core.files import File

from common import seal_file
from files import keeping
from upkeep.backup import counting, manifest, programs
from upkeep.backup.errors import BackupFailed
from upkeep.backup.making import BUCKET, SEALS


ANY_TABLE = (
    "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
)


def restore(folder: Path, *, identity: Path, url: str) -> int:
    """The number of tables that came back; all of them identical, or nothing is said to be well."""
    told = manifest.read(folder)
    _demand_room(url)
    _load(folder / manifest.DATABASE, identity, url)
    found = held(url)
    if unlike := counting.differences(told.holdings, found):
        raise BackupFailed("The restored database is another one: " + "; ".join(unlike))
    _unpack(folder / manifest.FILES, identity)
    return len(found) - 1


def held(url: str) -> counting.Holdings:
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        return counting.holdings(cursor)


def _demand_room(url: str) -> None:
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute(ANY_TABLE)
        if (cursor.fetchone() or (0,))[0]:
            raise BackupFailed("The database is not empty: a backup is restored into a new one.")
    media = Path(settings.MEDIA_ROOT)
    if seal_file.path().exists() or (media.is_dir() and any(media.iterdir())):
        raise BackupFailed(
            f"{media} or {seal_file.path()} is not empty: move what is there out of the way first."
        )
    if keeping.is_far() and next(keeping.every_name(), None):
        raise BackupFailed("The bucket is not empty: name a new one in S3_BUCKET.")


def _load(path: Path, identity: Path, url: str) -> None:
    """Owners and rights are given anew by `prepare database`, which follows."""
    with closing(psycopg2.connect(url)) as connection:
        server = connection.server_version // 10_000
    loader = [programs.program("pg_restore", server), "--exit-on-error", "--no-owner"]
    environment = programs.at_the_server(url)
    with path.open("rb") as given:
        programs.through(
            _decrypt(identity),
            [*loader, "--no-privileges", f"--dbname={environment['PGDATABASE']}"],
            given=given,
            environment=environment,
        )


def _unpack(path: Path, identity: Path) -> None:
    media, seals = Path(settings.MEDIA_ROOT), seal_file.path()
    for folder in (media, seals.parent):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=media.parent) as within, path.open("rb") as given:
        packed = Path(within) / "files.tar"
        with packed.open("wb") as out:
            programs.through(_decrypt(identity), ["cat"], given=given, out=out)
        with tarfile.open(packed) as archive:
            _lay_out(archive, Path(within))
        if (Path(within) / "media").is_dir():
            (Path(within) / "media").rename(media)
        if (Path(within) / BUCKET).is_dir():
            _bring_back(Path(within) / BUCKET)
        (Path(within) / SEALS).rename(seals)
    seals.chmod(0o600)


def _bring_back(bucket: Path) -> None:
    """Into the bucket that is configured now, or the folder."""
    for path in bucket.rglob("*"):
        if path.is_file():
            with path.open("rb") as content:
                keeping.storage().save(str(path.relative_to(bucket)), File(content))


def _decrypt(identity: Path) -> list[str]:
    return [programs.age(), "--decrypt", "--identity", str(identity)]


def _lay_out(archive: tarfile.TarFile, within: Path) -> None:
    """By hand: Debian 12's Python has no filters yet, and nothing but folders and files of ours is expected."""
    for member in archive:
        place = (within / member.name).resolve()
        if not place.is_relative_to(within.resolve()) or not (member.isfile() or member.isdir()):
            raise BackupFailed("Something in the archive is neither a file nor a folder of ours.")
        if member.isdir():
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            continue
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        content = archive.extractfile(member)
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            shutil.copyfileobj(content or io.BytesIO(), out)
