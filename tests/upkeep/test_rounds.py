"""The rounds look, write down how it was, and tell the operators once."""

import datetime as dt
import shutil
from types import SimpleNamespace

import pytest
import redis
from django.core import mail
from django.db import connection
from django.utils import timezone

from common.enums import JobStatus
from common.models import Job
from files.enums import ScanStatus
from tests import people
from tests.files.conftest import clamd  # noqa: F401
from tests.files.samples import stored
from upkeep import looking, rounds, services
from upkeep.backup.errors import BackupFailed, NotConfigured
from upkeep.enums import Watched
from upkeep.models import Pulse
from upkeep.selectors import signs


pytestmark = pytest.mark.django_db

NOW = timezone.now()
HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def operators(settings):
    settings.OPERATORS = ["operator@contoh.id"]


@pytest.fixture(autouse=True)
def room_on_the_disk(monkeypatch):
    """Whatever this machine has."""
    of_a_disk(monkeypatch, free=60)


def of_a_disk(monkeypatch, *, free: int) -> None:
    usage = SimpleNamespace(total=100 * 2**30, free=free * 2**30)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)


def pulse(what: Watched) -> Pulse:
    return Pulse.objects.get(what=what)


def tone_of(what: Watched, at: dt.datetime = NOW) -> str:
    return next(sign.tone for sign in signs(at) if sign.label == what.label)


def an_old_job() -> None:
    Job.objects.create(kind="test", key="old", status=JobStatus.QUEUED)
    Job.objects.update(created_at=NOW - HOUR)


def test_a_round_on_a_quiet_night_finds_all_well_and_writes_to_nobody():
    rounds.make_rounds(at=NOW)

    assert pulse(Watched.QUEUE).is_well
    assert pulse(Watched.DISK).finding == "60 / 100 GiB"
    assert pulse(Watched.ROUNDS).well_at == NOW
    assert mail.outbox == []


def test_a_job_that_waits_too_long_raises_one_alarm():
    an_old_job()

    for minute in range(3):
        rounds.make_rounds(at=NOW + dt.timedelta(minutes=minute))

    (letter,) = mail.outbox
    assert letter.to == ["operator@contoh.id"]
    assert "Antrean pekerjaan: 1 jobs wait, the oldest for 60 minutes" in letter.body
    assert "/kelola/kesehatan/" in letter.body


def test_while_it_lasts_the_alarm_comes_again_each_day():
    an_old_job()

    rounds.make_rounds(at=NOW)
    rounds.make_rounds(at=NOW + 23 * HOUR)
    assert len(mail.outbox) == 1
    rounds.make_rounds(at=NOW + 25 * HOUR)

    assert len(mail.outbox) == 2


def test_what_is_well_again_is_told_once():
    an_old_job()
    rounds.make_rounds(at=NOW)
    Job.objects.all().delete()

    rounds.make_rounds(at=NOW + HOUR)
    rounds.make_rounds(at=NOW + HOUR)

    assert len(mail.outbox) == 2
    assert "Baik kembali: Antrean pekerjaan" in mail.outbox[1].body


def test_a_full_disk_is_told(monkeypatch):
    of_a_disk(monkeypatch, free=9)

    rounds.make_rounds(at=NOW)

    assert "Ruang penyimpanan: 9 / 100 GiB" in mail.outbox[0].body


def test_an_alarm_that_could_not_be_sent_is_sent_by_the_next_round(settings):
    an_old_job()
    settings.EMAIL_BACKEND = "tests.accounts.test_invitations.NoPost"
    rounds.make_rounds(at=NOW)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    rounds.make_rounds(at=NOW + dt.timedelta(minutes=1))

    assert len(mail.outbox) == 1


def test_a_backup_that_is_a_day_late_raises_the_alarm_although_it_was_well():
    services.note(Watched.BACKUP, is_well=True, text="", at=NOW - 27 * HOUR)

    rounds.make_rounds(at=NOW)

    assert "Cadangan data" in mail.outbox[0].body


def test_a_backup_that_never_came_is_awaited_a_day_and_then_raises_the_alarm(settings):
    settings.BACKUP_DIR = "/srv/backups"

    rounds.make_rounds(at=NOW)
    assert (tone_of(Watched.BACKUP), mail.outbox) == ("warning", [])
    rounds.make_rounds(at=NOW + 27 * HOUR)

    assert "Cadangan data" in mail.outbox[0].body
    assert tone_of(Watched.BACKUP, NOW + 27 * HOUR) == "danger"


def test_a_backup_that_nobody_set_up_is_not_awaited(settings):
    settings.BACKUP_DIR = ""

    rounds.make_rounds(at=NOW)

    assert not Pulse.objects.filter(what=Watched.BACKUP).exists()


def test_a_proof_that_did_not_happen_for_a_week_and_a_day_raises_the_alarm():
    services.note(Watched.RESTORE, is_well=True, text="", at=NOW - dt.timedelta(days=8, hours=1))

    rounds.make_rounds(at=NOW)

    assert "Uji pemulihan" in mail.outbox[0].body


def test_a_failed_backup_says_why_and_keeps_when_one_was_well(settings):
    settings.BACKUP_DIR = ""
    services.note(Watched.BACKUP, is_well=True, text="", at=NOW - HOUR)

    with pytest.raises(NotConfigured):
        services.back_up(at=NOW)

    found = pulse(Watched.BACKUP)
    assert (found.is_well, found.finding) == (False, "BACKUP_DIR is not set.")
    assert found.well_at == NOW - HOUR


def test_the_words_of_a_strange_error_are_not_written_down():
    def look() -> None:
        raise ValueError("Ani Lestari 3271010101900001")

    with pytest.raises(ValueError, match="Ani"):
        services.noting(Watched.BACKUP, NOW, look)

    assert pulse(Watched.BACKUP).finding == "ValueError"


def test_the_words_of_a_program_are_not_written_down():
    def look() -> None:
        raise BackupFailed("pg_dump ended with 1", "COPY clients_client: Ani Lestari")

    with pytest.raises(BackupFailed):
        services.noting(Watched.BACKUP, NOW, look)

    assert pulse(Watched.BACKUP).finding == "pg_dump ended with 1"


def test_rows_that_agree_with_their_history_are_well():
    people.melati()

    services.verify_history(at=NOW)

    assert tone_of(Watched.HISTORY) == "success"


def test_a_write_past_the_triggers_is_found_at_night_and_told():
    melati = people.melati()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("UPDATE partners_institution SET name = 'x' WHERE id = %s", [melati.pk])
        cursor.execute("SET session_replication_role = origin")

    with pytest.raises(looking.NotWell):
        services.verify_history(at=NOW)
    rounds.make_rounds(at=NOW)

    assert "Riwayat perubahan: partners_institution" in mail.outbox[0].body


def test_seals_that_hold_are_well(settings, tmp_path):
    settings.AUDIT_SEAL_FILE = tmp_path / "seals.jsonl"

    services.verify_seals(at=NOW)

    assert tone_of(Watched.SEALS) == "success"


def test_a_seal_that_the_database_lost_is_found_at_night(settings, tmp_path):
    settings.AUDIT_SEAL_FILE = tmp_path / "seals.jsonl"
    settings.AUDIT_SEAL_FILE.write_text('{"number": 5}\n')

    with pytest.raises(looking.NotWell, match="removed from the database"):
        services.verify_seals(at=NOW)

    assert tone_of(Watched.SEALS) == "danger"


def test_a_clock_that_stands_still_is_told_by_the_page(settings):
    with redis.Redis.from_url(settings.REDIS_URL) as broker:
        broker.delete(looking.QUEUE)  # other tests have rung, and no worker is here to hear it
    rounds.make_rounds(at=NOW - HOUR)

    found = signs(NOW)[0]

    assert (found.tone, found.text) == ("danger", "Jam (beat) berhenti")


def test_a_worker_that_stands_still_is_told_from_the_clock(monkeypatch):
    rounds.make_rounds(at=NOW - HOUR)
    monkeypatch.setattr(looking, "messages_waiting", lambda: 60)

    assert signs(NOW)[0].text == "Pekerja (worker) berhenti"


def test_a_broker_that_does_not_answer_is_told(settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    assert signs(NOW)[0].text == "Redis tidak menjawab"


def test_a_scanner_that_answers_is_well(settings, clamd):  # noqa: F811
    settings.CLAMD_URL, settings.SITE_URL = clamd, "http://127.0.0.1"

    rounds.look_outside(at=NOW)

    assert pulse(Watched.SCANNER).is_well


def test_a_scanner_that_is_away_is_not_well(settings):
    settings.CLAMD_URL, settings.SITE_URL = "tcp://127.0.0.1:1", "http://127.0.0.1"

    rounds.look_outside(at=NOW)

    assert tone_of(Watched.SCANNER) == "danger"


def test_a_mail_server_that_is_away_is_not_well(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    settings.SITE_URL = "http://127.0.0.1"

    rounds.look_outside(at=NOW)

    assert (pulse(Watched.MAIL).is_well, pulse(Watched.MAIL).finding) == (
        False,
        "ConnectionRefusedError",
    )


@pytest.mark.parametrize(("hours", "is_well"), [(1, False), (25, True)])
def test_a_bad_file_alarms_the_operators_for_a_day(settings, clamd, hours, is_well):  # noqa: F811
    settings.CLAMD_URL, settings.SITE_URL = clamd, "http://127.0.0.1"
    file = stored(status=ScanStatus.BAD, found="Eicar-Signature", scanned_at=NOW - hours * HOUR)

    rounds.look_outside(at=NOW)
    rounds.raise_alarms(at=NOW)

    assert pulse(Watched.FILES).is_well is is_well
    assert len(mail.outbox) == (0 if is_well else 1)
    if not is_well:
        assert f"Berkas yang ditahan: 1: {file.pk}" in mail.outbox[0].body
        assert "Eicar" not in mail.outbox[0].body
