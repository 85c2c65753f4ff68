"""What stood open before its column was sealed: sealed once, with its copies, and the trail still holds."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from care.models import CareGroup, GroupSession
from clients.models import BreakGlass, Client
from common import seal_file
from common.models import AuditSeal, DataKey
from common.sealed import Erased, datakeys
from common.sealed.marked import seal_marked
from common.sealing import seal
from common.verifying import verify
from screening.models import Screening
from tests.care.delivery_factories import GroupSessionFactory
from tests.clients.factories import BreakGlassFactory
from tests.guards.append_only import triggers_off
from tests.screening.factories import ScreeningFactory


pytestmark = pytest.mark.django_db
SAID = {"q1": {"amphetamine": True}}
WORDS = "Kenari pingsan di depan sentra."


@pytest.fixture(autouse=True)
def _nobody_is_remembered(settings, tmp_path):
    settings.AUDIT_SEAL_FILE = tmp_path / "seals.jsonl"
    datakeys.forget_all()
    yield
    datakeys.forget_all()


def stood_open(table, column, text):
    """As the migration leaves it: in the row and in its copies."""
    with triggers_off(), connection.cursor() as cursor:
        for each in (table, f"{table}history"):
            cursor.execute(
                f"UPDATE {each} SET {column} = convert_to(%s, 'UTF8')", [f"marked:{text}"]
            )


@pytest.fixture
def opened():
    ScreeningFactory()
    stood_open("screening_screening", "answers", '{"q1": {"amphetamine": true}}')
    stood_open("screening_screening", "facts", '{"remote": false}')
    BreakGlassFactory()
    stood_open("clients_breakglass", "reason", WORDS)


def test_what_stood_open_is_sealed_in_the_rows_and_in_their_copies(opened):
    assert seal_marked() == 6

    with connection.cursor() as cursor:
        for table in ("screening_screening", "clients_breakglass"):
            for each in (table, f"{table}history"):
                cursor.execute(f"SELECT t::text FROM {each} t")
                assert "6d61726b6564" not in str(
                    cursor.fetchall()
                )  # "marked", as a dump writes bytes
    history = apps.get_model("screening", "ScreeningHistory")
    assert Screening.objects.get().answers == history.objects.get().answers == SAID
    assert BreakGlass.objects.get().reason == WORDS


def test_more_rows_than_one_batch_are_all_sealed_and_each_table_is_gone_through_once(monkeypatch):
    monkeypatch.setattr("common.sealed.marked.AT_ONCE", 2)
    ScreeningFactory.create_batch(5)
    stood_open("screening_screening", "answers", '{"q1": {"amphetamine": true}}')

    with CaptureQueriesContext(connection) as asked:
        assert seal_marked() == 10

    assert [row.answers for row in Screening.objects.all()] == [SAID] * 5
    read = [query["sql"] for query in asked if "bool_or" in query["sql"]]
    assert len(read) == len({sql.rpartition(" FROM ")[2] for sql in read}) > 10


def test_a_row_and_its_last_copy_stay_the_same(opened):
    seal_marked()

    call_command("verify_history", stdout=StringIO())


def test_repeated_it_finds_nothing(opened):
    seal_marked()

    assert seal_marked() == 0


def test_the_chain_of_seals_begins_anew_and_the_old_file_is_kept(
    opened, django_capture_on_commit_callbacks
):
    seal()
    kept = seal_file.path().with_name(f"{seal_file.path().name}.1")
    assert AuditSeal.objects.exists()

    with django_capture_on_commit_callbacks(execute=True):
        seal_marked()

    assert not AuditSeal.objects.exists()
    assert kept.exists()
    seal()
    assert verify().damage is None


def test_where_nothing_was_open_the_chain_goes_on():
    ScreeningFactory(answers=SAID)
    seal()
    before = AuditSeal.objects.count()

    assert seal_marked() == 0
    assert AuditSeal.objects.count() == before > 0


def test_notes_of_a_group_get_the_key_that_it_never_had():
    GroupSessionFactory()
    DataKey.objects.filter(pk=CareGroup.objects.get().key_id).delete()
    datakeys.forget_all()
    stood_open("care_groupsession", "notes", WORDS)

    seal_marked()

    assert GroupSession.objects.get().notes == WORDS


def test_what_an_erased_person_left_open_is_read_by_nobody(opened):
    client = Screening.objects.get().case.client
    Client.objects.filter(pk=client.pk).update(erased_at=timezone.now())
    datakeys.destroy([client.key_id])

    seal_marked()

    assert Screening.objects.get().answers == {}
    row = BreakGlass.objects.get()
    assert not isinstance(row.reason, Erased)
