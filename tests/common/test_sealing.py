"""The trail cannot be changed unnoticed, not even by whoever owns the database."""

import json
from threading import Event, Thread

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from common import sealing
from common.enums import ReadAction
from common.models import AuditSeal, ReadLog
from common.reading import log_read
from common.seal_file import SealFileDamaged
from common.sealing import seal, sealed_models
from common.trail import histories, table_of
from common.verifying import verify
from tests import people
from tests.clients.factories import ClientFactory
from tests.guards.append_only import triggers_off


pytestmark = pytest.mark.django_db

HISTORY = "clients_clienthistory"


@pytest.fixture(autouse=True)
def seal_file(settings, tmp_path):
    settings.AUDIT_SEAL_FILE = tmp_path / "seals" / "seals.jsonl"
    return settings.AUDIT_SEAL_FILE


def burgle(statement: str, *values) -> None:
    with triggers_off(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def seal_of(table: str) -> AuditSeal:
    return AuditSeal.objects.filter(table=table).order_by("number").first()


def found() -> str:
    return str(verify().damage)


def test_every_table_that_is_only_added_to_is_sealed():
    tables = {history._meta.db_table for history in histories()}

    assert set(sealed_models()) == tables | {"accounts_accountevent", "common_readlog"}


def test_what_is_sealed_and_left_alone_holds():
    ClientFactory()
    seal()

    verdict = verify()

    assert verdict.damage is None
    assert verdict.rows == sum(AuditSeal.objects.values_list("rows", flat=True)) > 0


def test_nothing_new_makes_no_seal():
    ClientFactory()
    seal()

    assert seal() == []


def test_a_long_table_is_sealed_in_parts(monkeypatch):
    monkeypatch.setattr(sealing, "ROWS_PER_SEAL", 2)
    ani = people.ani()
    for _ in range(5):
        log_read(ani.pk, ReadAction.OPEN, [1])
    seal()

    parts = AuditSeal.objects.filter(table="common_readlog").order_by("number")

    assert list(parts.values_list("rows", flat=True)) == [2, 2, 1]
    assert verify().damage is None


def test_an_altered_row_is_found():
    ClientFactory.create_batch(3)
    seal()

    burgle(f"UPDATE {HISTORY} SET name = 'Lain' WHERE pgh_id = (SELECT min(pgh_id) FROM {HISTORY})")

    assert found() == f"seal {seal_of(HISTORY).number}: rows of {HISTORY} were altered"


def test_a_removed_row_is_found():
    ClientFactory.create_batch(3)
    seal()

    burgle(f"DELETE FROM {HISTORY} WHERE pgh_id = (SELECT min(pgh_id) FROM {HISTORY})")

    assert found() == f"seal {seal_of(HISTORY).number}: 1 of 3 rows of {HISTORY} were removed"


def test_a_row_added_behind_a_seal_is_found():
    ClientFactory.create_batch(3)
    seal()

    history = apps.get_model("clients", "ClientHistory")
    columns = ", ".join(
        f'"{f.column}"' for f in history._meta.concrete_fields if f.name != "pgh_id"
    )
    burgle(
        f"INSERT INTO {HISTORY} (pgh_id, {columns})"
        f" SELECT -1, {columns} FROM {HISTORY} ORDER BY pgh_id LIMIT 1"
    )

    assert found() == f"seal {seal_of(HISTORY).number}: 1 rows were added to 3 of {HISTORY}"


def test_an_emptied_table_is_found():
    ClientFactory.create_batch(3)
    seal()

    burgle(f"TRUNCATE {HISTORY}")

    assert found() == f"seal {seal_of(HISTORY).number}: 3 of 3 rows of {HISTORY} were removed"


def test_an_altered_line_of_the_read_log_is_found():
    row = log_read(people.ani().pk, ReadAction.REVEAL, [1])
    seal()

    burgle("UPDATE common_readlog SET user_id = %s WHERE id = %s", people.budi().pk, row.pk)

    assert "rows of common_readlog were altered" in found()


def test_the_first_of_several_damaged_seals_is_named():
    ClientFactory()
    seal()
    ClientFactory()
    seal()

    burgle(f"UPDATE {HISTORY} SET name = 'Lain'")

    assert found().startswith(f"seal {seal_of(HISTORY).number}:")


def test_a_seal_that_is_taken_out_is_missed():
    ClientFactory()
    seal()

    burgle("DELETE FROM common_auditseal WHERE number = 2")

    assert found() == "seal 2: it was removed from the database"


def test_the_last_seal_taken_out_is_missed_by_the_file():
    ClientFactory()
    last = seal()[-1].number

    burgle("DELETE FROM common_auditseal WHERE number = %s", last)

    assert found() == f"seal {last}: it was removed from the database"


def test_rows_and_seals_forged_together_do_not_fit_the_file():
    """Somebody who knows how seals are made rewrites the rows and every seal after them."""
    ClientFactory()
    seal()
    first = seal_of(HISTORY)
    burgle(f"UPDATE {HISTORY} SET name = 'Lain'")
    with triggers_off():
        AuditSeal.objects.all().delete()
    sealing.seal_file.path().rename(sealing.seal_file.path().with_suffix(".true"))
    seal()
    sealing.seal_file.path().with_suffix(".true").replace(sealing.seal_file.path())

    assert found() == f"seal {first.number}: its copy in the file differs"


def test_a_file_that_lost_a_line_is_found(seal_file):
    ClientFactory()
    seal()
    lines = seal_file.read_text().splitlines(keepends=True)
    seal_file.write_text("".join(lines[1:]))

    assert found() == "seal 1: its copy in the file is gone"


def test_a_column_added_later_breaks_no_seal():
    ClientFactory()
    seal()

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {HISTORY} ADD COLUMN nickname text NOT NULL DEFAULT 'x'")

    assert verify().damage is None


def test_a_column_that_only_the_history_still_has_breaks_no_seal(monkeypatch):
    """A model lets go of it; the seals of before cover it."""
    ClientFactory()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {HISTORY} ADD COLUMN of_before text DEFAULT ''")
    columns = sealing.columns_of
    with monkeypatch.context() as before:
        before.setattr(
            sealing, "columns_of", lambda m: columns(m) + ["of_before"] * (table_of(m) == HISTORY)
        )
        seal()
    assert "of_before" in seal_of(HISTORY).columns

    assert verify().damage is None


def test_the_command_names_the_seal_and_fails():
    ClientFactory()
    seal()
    burgle(f"DELETE FROM {HISTORY}")

    with pytest.raises(CommandError, match=f"seal {seal_of(HISTORY).number}: 1 of 1 rows"):
        call_command("verify_audit")


def test_the_file_is_for_its_owner_alone(seal_file):
    ClientFactory()
    seal()

    assert seal_file.stat().st_mode & 0o777 == 0o600
    assert [json.loads(line)["number"] for line in seal_file.read_text().splitlines()] == list(
        AuditSeal.objects.order_by("number").values_list("number", flat=True)
    )


def test_seals_that_a_crash_kept_from_the_file_are_written_next_time(seal_file):
    ClientFactory()
    seal()
    kept = seal_file.read_text()
    seal_file.write_text("")

    seal()

    assert seal_file.read_text() == kept


def test_a_file_that_lost_more_than_one_run_is_not_mended_in_silence(seal_file):
    for number in range(2):
        ClientFactory()
        seal()
        with triggers_off():
            AuditSeal.objects.update(at=f"2026-03-0{number + 1}T00:00Z")
            AuditSeal.objects.filter(number=1).update(at="2026-02-01T00:00Z")
    seal_file.unlink()

    with pytest.raises(SealFileDamaged, match="the database has later ones"):
        seal()


def test_after_a_restore_a_person_starts_a_new_file(seal_file):
    ClientFactory()
    seal()
    with triggers_off():
        AuditSeal.objects.filter(number=AuditSeal.objects.count()).delete()
    with pytest.raises(SealFileDamaged, match="does not know"):
        seal()

    call_command("seal_trail", new_file=True)

    assert verify().damage is None
    assert seal_file.with_name("seals.jsonl.1").exists()


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_commits_late_does_not_slip_behind_a_seal(monkeypatch):
    """It got its id before the one that is sealed, and commits after."""
    monkeypatch.setattr(sealing, "LOCK_PATIENCE", "50ms")
    user = people.ani().pk
    written, finish = Event(), Event()

    def late() -> None:
        with transaction.atomic():
            log_read(user, ReadAction.OPEN, [1])
            written.set()
            finish.wait(timeout=20)
        connection.close()

    slow = Thread(target=late)
    slow.start()
    assert written.wait(timeout=20)
    log_read(user, ReadAction.OPEN, [2])
    seal()
    while_open = AuditSeal.objects.filter(table="common_readlog").count()
    finish.set()
    slow.join(timeout=20)
    seal()

    assert while_open == 0
    assert AuditSeal.objects.get(table="common_readlog").rows == ReadLog.objects.count() == 2
    assert verify().damage is None
