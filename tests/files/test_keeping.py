"""The one way for a file into the house: under a name of ours, sealed where it is about a person."""

from base64 import b64encode
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from accounts.scopes import scope_of
from common.errors import DomainError
from common.models import Job
from common.scope import MACHINERY, READ, WEB, Scope, acting
from common.sealed import SealBroken, datakeys
from common.sealed.box import seal
from files import keeping, strays
from files.enums import FileKind, ScanStatus
from files.inspection.content import Upload
from files.models import StoredFile
from files.services import discard_file, keep_file
from tests import people
from tests.clients.factories import ClientFactory
from tests.files.samples import stored


pytestmark = pytest.mark.django_db
PAPER = Upload(b"%PDF-1.7 kuitansi Rian", FileKind.PDF)


def keep(owner, at, upload=PAPER):
    return keep_file(upload=upload, owner=owner, actor=people.ani(), at=at)


def on_the_disk(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_about_a_person_is_unreadable_on_the_disk_and_whole_for_the_house(folder, at):
    row = keep(ClientFactory(), at)

    [path] = on_the_disk(folder)
    assert b"kuitansi" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    assert keeping.take(row) == PAPER.content


def test_a_file_about_nobody_is_kept_as_it_is(folder, at):
    row = keep(None, at)

    assert (folder / row.name).read_bytes() == keeping.take(row) == PAPER.content


def test_one_file_is_not_put_in_the_place_of_another(folder, at):
    client = ClientFactory()
    mine, other = keep(client, at), keep(client, at)
    (folder / mine.name).write_bytes((folder / other.name).read_bytes())

    with pytest.raises(SealBroken):
        keeping.take(mine)


def test_a_file_ends_with_the_key_of_the_person(at):
    client = ClientFactory()
    row = keep(client, at)
    datakeys.destroy([client.key_id])

    with pytest.raises(keeping.NotThere):
        keeping.take(row)


def test_nothing_is_kept_of_who_has_been_erased(folder, at):
    client = ClientFactory()
    datakeys.destroy([client.key_id])

    with pytest.raises(DomainError, match="sudah dihapus"):
        keep(client, at)
    assert on_the_disk(folder) == []


def test_a_file_that_is_lost_is_not_there(folder, at):
    row = keep(None, at)
    (folder / row.name).unlink()

    with pytest.raises(keeping.NotThere):
        keeping.take(row)


def test_what_version_0_2_kept_is_still_read(folder):
    """Sealed as text then, and bound to what it was."""
    client = ClientFactory()
    key = datakeys.find(client.key_id)
    row = StoredFile.objects.create(
        name="care/1234", key_id=client.key_id, bound_to="care.paper", kind=FileKind.PDF
    )
    (folder / "care").mkdir(parents=True)
    closed = seal(key, b64encode(PAPER.content).decode(), "care.paper")
    (folder / "care/1234").write_bytes(bytes(closed))

    assert keeping.take(row) == PAPER.content


def test_a_disk_that_takes_nothing_is_told_and_leaves_nothing(folder, at):
    folder.write_text("a file where the folder should be")

    with pytest.raises(DomainError, match="tidak dapat disimpan sekarang"):
        keep(None, at)
    assert not StoredFile.objects.exists()


def test_a_file_that_was_replaced_goes_from_the_storage_too(
    folder, at, django_capture_on_commit_callbacks
):
    row = keep(None, at)

    with django_capture_on_commit_callbacks(execute=True):
        discard_file(file=row)

    assert on_the_disk(folder) == []


def test_without_a_scanner_nobody_is_asked_to_scan(at):
    row = keep(None, at)

    assert (row.status, row.is_held) == (ScanStatus.UNSCANNED, False)
    assert not Job.objects.exists()


# The fence


def test_a_file_is_seen_by_whoever_sees_the_person():
    row, open_one = stored(owner=ClientFactory()), stored()

    with acting(scope_of(people.ani())):
        assert set(StoredFile.objects.all()) == {row, open_one}
    with acting(scope_of(people.citra())):
        assert set(StoredFile.objects.all()) == {open_one}


def test_nobody_keeps_a_file_about_a_person_of_others():
    client = ClientFactory()
    datakeys.find(client.key_id)

    with acting(scope_of(people.citra())), pytest.raises(ProgrammingError), transaction.atomic():
        stored(owner=client)


def test_the_site_lets_no_file_out_by_itself():
    stored()

    with (
        acting(scope_of(people.ani())),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        StoredFile.objects.update(status=ScanStatus.CLEAN)


@pytest.mark.parametrize("role", [WEB, READ])
def test_nobody_at_the_site_says_what_the_scanner_said(role):
    row = stored()
    verdict = "SELECT app.file_scanned(%s, 'clean', '', now())"

    with (
        acting(Scope(role, (people.melati().pk,))),
        connection.cursor() as cursor,
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute(verdict, [row.pk])
    with acting(MACHINERY), connection.cursor() as cursor:
        cursor.execute(verdict, [row.pk])

    row.refresh_from_db()
    assert row.status == ScanStatus.CLEAN


# Strays


def test_what_a_failed_transaction_left_behind_is_removed_a_day_later(folder, at):
    kept, stray = keep(None, at), keep(None, at)
    StoredFile.objects.filter(pk=stray.pk).delete()
    written = keeping.storage().get_modified_time(stray.name)

    assert strays.remove_strays(at=written + timedelta(hours=23)) == 0
    assert strays.remove_strays(at=written + timedelta(hours=25)) == 1
    assert on_the_disk(folder) == [folder / kept.name]


def test_where_nothing_was_ever_kept_there_are_no_strays(at):
    assert strays.remove_strays(at=at) == 0
