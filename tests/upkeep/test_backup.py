"""A backup comes back to the same rows and files; who has no key reads nothing of it; no key is in it."""

import datetime as dt
import io
import subprocess
import tarfile
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest

from common import seal_file
from upkeep.backup import manifest, programs, rehearsing, rotating
from upkeep.backup.errors import BackupFailed, NotConfigured
from upkeep.backup.making import make
from upkeep.backup.restoring import _lay_out, held, restore


FOLDER = "django.core.files.storage.FileSystemStorage"
AT = dt.datetime(2026, 12, 1, 0, 30, tzinfo=dt.UTC)


def moved_away(settings, house: Path) -> None:
    """Another machine: its folders are empty."""
    settings.MEDIA_ROOT = house / "elsewhere" / "media"
    settings.AUDIT_SEAL_FILE = house / "elsewhere" / "seals.jsonl"


def opened(path: Path, identity) -> bytes:
    command = ["age", "--decrypt", "--identity", str(identity.path), str(path)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def test_a_backup_comes_back_row_by_row_and_file_by_file(
    house, identity, second_database, settings
):
    folder = make(AT)
    moved_away(settings, house)

    tables = restore(folder, identity=identity.path, url=second_database)

    assert tables > 50
    assert held(second_database) == held(settings.BACKUP_URL)
    assert (settings.MEDIA_ROOT / "proofs" / "one").read_bytes() == b"sealed content of a proof"
    assert seal_file.path().exists()


def test_what_lies_in_a_bucket_comes_back_into_another(
    house,
    identity,
    second_database,
    settings,
    bucket,
):
    bucket.put_object(Key="files/ab/abc", Body=b"sealed content of a paper")
    folder = make(AT)
    moved_away(settings, house)
    bucket.objects.delete()

    restore(folder, identity=identity.path, url=second_database)

    assert {there.key: there.get()["Body"].read() for there in bucket.objects.all()} == {
        "files/ab/abc": b"sealed content of a paper"
    }


def test_it_comes_back_into_a_folder_where_no_bucket_is_named(
    house,
    identity,
    second_database,
    settings,
    bucket,
):
    before = settings.STORAGES
    bucket.put_object(Key="reports/2026-11/7-1.pdf", Body=b"%PDF of a report")
    folder = make(AT)
    moved_away(settings, house)
    settings.STORAGES = {**before, "files": {"BACKEND": FOLDER}, "default": {"BACKEND": FOLDER}}

    restore(folder, identity=identity.path, url=second_database)

    laid = settings.MEDIA_ROOT / "reports" / "2026-11" / "7-1.pdf"
    assert laid.read_bytes() == b"%PDF of a report"
    assert (settings.MEDIA_ROOT / "proofs" / "one").exists()


def test_a_bucket_in_use_is_not_written_over(
    house,
    identity,
    second_database,
    settings,
    bucket,
):
    bucket.put_object(Key="files/ab/abc", Body=b"sealed content of a paper")
    folder = make(AT)
    moved_away(settings, house)

    with pytest.raises(BackupFailed, match="The bucket is not empty"):
        restore(folder, identity=identity.path, url=second_database)


def test_the_weekly_proof_never_writes_into_the_site_s_bucket(monkeypatch):
    monkeypatch.setenv("S3_BUCKET", "atensi")

    assert rehearsing._beside_the_site("postgresql://x", "/tmp/x")["S3_BUCKET"] == ""


def test_a_row_that_differs_after_the_restore_is_found(house, identity, second_database, settings):
    folder = make(AT)
    told = manifest.read(folder)
    told.holdings["regions_province"][1] = "1"
    told.write(folder)
    moved_away(settings, house)

    with pytest.raises(BackupFailed, match=r"another one: regions_province: 1 rows"):
        restore(folder, identity=identity.path, url=second_database)


@pytest.mark.parametrize("name", [manifest.DATABASE, manifest.FILES])
def test_a_flipped_byte_is_refused_before_anything_is_restored(
    house, identity, second_database, name
):
    folder = make(AT)
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)

    with pytest.raises(BackupFailed, match="its sum differs"):
        restore(folder, identity=identity.path, url=second_database)


def test_even_with_a_new_sum_a_flipped_byte_does_not_decrypt(
    house, identity, second_database, settings
):
    folder = make(AT)
    told = manifest.read(folder)
    content = bytearray((folder / manifest.DATABASE).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / manifest.DATABASE).write_bytes(content)
    told.sums[manifest.DATABASE] = manifest.sum_of(folder / manifest.DATABASE)
    told.write(folder)
    moved_away(settings, house)

    with pytest.raises(BackupFailed, match="ended with"):
        restore(folder, identity=identity.path, url=second_database)


def test_who_has_another_key_reads_nothing(house, second_database, settings, tmp_path):
    folder = make(AT)
    moved_away(settings, house)
    other = tmp_path / "other.txt"
    subprocess.run(["age-keygen", "-o", other], capture_output=True, check=True)

    with pytest.raises(BackupFailed, match="age ended with"):
        restore(folder, identity=other, url=second_database)


def test_nothing_in_it_stands_in_the_clear(house, settings):
    folder = make(AT)

    for path in folder.iterdir():
        assert b"sealed content of a proof" not in path.read_bytes()
        assert b"Ani Lestari" not in path.read_bytes()


def test_no_key_is_in_it(house, identity, settings):
    folder = make(AT)

    with tarfile.open(fileobj=io.BytesIO(opened(folder / manifest.FILES, identity))) as archive:
        names = archive.getnames()
    keys = Path(settings.FIELD_KEYS_FILE).read_bytes()

    assert set(names) == {"seals.jsonl", "media", "media/proofs", "media/proofs/one"}
    assert keys not in opened(folder / manifest.FILES, identity)
    assert keys not in opened(folder / manifest.DATABASE, identity)


def test_keys_among_the_media_are_refused(house, settings):
    settings.FIELD_KEYS_FILE = str(settings.MEDIA_ROOT / "keys" / "field-keys")

    with pytest.raises(BackupFailed, match="keep them apart"):
        make(AT)


def test_a_database_in_use_is_not_written_over(house, identity, settings):
    folder = make(AT)

    with pytest.raises(BackupFailed, match="not empty"):
        restore(folder, identity=identity.path, url=settings.BACKUP_URL)


def test_files_that_are_there_are_not_written_over(house, identity, second_database):
    folder = make(AT)

    with pytest.raises(BackupFailed, match="move what is there out of the way"):
        restore(folder, identity=identity.path, url=second_database)


def test_what_was_begun_and_failed_leaves_nothing(house, settings):
    settings.BACKUP_RECIPIENT = "age1nobody"

    with pytest.raises(BackupFailed, match="age ended with"):
        make(AT)

    assert list(Path(settings.BACKUP_DIR).iterdir()) == []


@pytest.mark.parametrize("name", ["BACKUP_DIR", "BACKUP_URL", "BACKUP_RECIPIENT"])
def test_what_nobody_set_is_named(house, settings, name):
    setattr(settings, name, "")

    with pytest.raises(NotConfigured, match=name):
        make(AT)


def test_a_second_backup_beside_the_first_goes_home(house, settings):
    with closing(psycopg2.connect(settings.BACKUP_URL)) as other:
        other.cursor().execute("SELECT pg_advisory_lock(hashtext('atensi backup'))")

        with pytest.raises(BackupFailed, match="Another backup"):
            make(AT)


def test_seals_that_the_file_lacks_stop_the_backup(house, settings, monkeypatch):
    monkeypatch.setattr("upkeep.backup.making.PATIENCE_SECONDS", 0)
    seal_file.path().parent.mkdir()
    seal_file.path().write_text('{"number": 7}\n')

    with pytest.raises(BackupFailed, match="ends with 7"):
        make(AT)


def test_no_password_stands_on_a_command_line():
    environment = programs.at_the_server(
        "postgresql://app_backup:ra%40hasia@db.example:5433/atensi"
    )

    assert environment["PGPASSWORD"] == "ra@hasia"
    assert (environment["PGHOST"], environment["PGPORT"]) == ("db.example", "5433")


def test_a_program_older_than_the_server_is_not_taken():
    with pytest.raises(BackupFailed, match="PostgreSQL 99 or newer"):
        programs.program("pg_dump", 99)


def test_old_backups_go_and_the_newest_stays_whatever_its_age(settings, tmp_path):
    settings.BACKUP_DIR, settings.BACKUP_DAYS = str(tmp_path), 30
    for name in ("20260901T003000Z", "20261101T003000Z", "20261130T003000Z"):
        (tmp_path / f"atensi-{name}").mkdir()
    (tmp_path / "atensi-20250101T003000Z.part").mkdir()

    gone = rotating.rotate(AT)

    assert [path.name for path in gone] == ["atensi-20260901T003000Z"]
    assert [path.name for path in rotating.kept()][-1] == "atensi-20261130T003000Z"
    rotating.rotate(AT + dt.timedelta(days=900))
    assert [path.name for path in rotating.kept()] == ["atensi-20261130T003000Z"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("../outside", tarfile.REGTYPE),
        ("/etc/outside", tarfile.REGTYPE),
        ("media/x", tarfile.SYMTYPE),
    ],
)
def test_nothing_is_laid_out_beside_its_place(tmp_path, name, kind):
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, "/etc/passwd"
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        archive.addfile(member)
    packed.seek(0)

    with tarfile.open(fileobj=packed) as archive, pytest.raises(BackupFailed, match="neither"):
        _lay_out(archive, tmp_path / "within")
