"""Quarantine: nobody gets a file before the scanner has said that it is clean. It is a process of its own here."""

import pytest
from django.core.checks import run_checks
from django.urls import reverse

from care.event_kinds import CareEvent
from clients.models import CaseEvent
from common import jobs
from common.enums import JobStatus
from common.models import Job
from files import scanner, services, tasks  # noqa: F401  its handlers
from files.enums import ScanStatus
from files.inspection.content import Upload
from files.models import StoredFile
from tests import people
from tests.care.delivery_factories import AidFactory, with_proof
from tests.files.samples import EICAR, stored
from tests.files.servers import free_port


pytestmark = pytest.mark.django_db


@pytest.fixture
def scanning(settings, clamd):
    settings.CLAMD_URL = clamd


def kept(at, content=b"%PDF-1.7 bersih", owner=None) -> StoredFile:
    upload = Upload(content, "application/pdf")
    return services.keep_file(upload=upload, owner=owner, actor=people.ani(), at=at)


def scanned(row: StoredFile) -> StoredFile:
    jobs.perform(Job.objects.get(key=str(row.pk)).pk)
    row.refresh_from_db()
    return row


def test_a_clean_file_leaves_the_quarantine(scanning, at):
    row = kept(at)
    assert row.is_held

    scanned(row)

    assert (row.status, row.is_held) == (ScanStatus.CLEAN, False)
    assert row.scanned_at is not None


def test_a_file_in_which_something_is_found_stays(scanning, at, caplog):
    row = scanned(kept(at, b"%PDF-1.7 " + EICAR))

    assert (row.status, row.found, row.is_held) == (ScanStatus.BAD, "Eicar-Signature", True)
    assert f"file {row.pk} is held" in caplog.text


def test_a_bad_file_stays_held_when_there_is_no_scanner_any_more(scanning, at, settings):
    row = scanned(kept(at, EICAR))
    settings.CLAMD_URL = ""

    assert row.is_held


def test_a_large_file_reaches_the_scanner_whole(scanning, at):
    assert scanned(kept(at, bytes(3_000_000) + EICAR)).status == ScanStatus.BAD


def test_a_sealed_file_is_scanned_as_what_it_is(scanning):
    row = with_proof(AidFactory(), b"%PDF-1.7 " + EICAR)
    services.ask_for_scan(row.file.pk)

    assert scanned(row.file).status == ScanStatus.BAD


def test_the_timeline_of_the_person_tells_of_a_bad_proof(scanning, signed_in):
    row = with_proof(AidFactory(), EICAR)
    services.ask_for_scan(row.file.pk)
    scanned(row.file)

    event = CaseEvent.objects.get(kind=CareEvent.PROOF_HELD)
    file = reverse("clients:file", args=[row.delivery.case.client_id])
    page = signed_in(people.ani()).get(file).content.decode()
    assert (event.case, event.actor) == (row.delivery.case, None)
    assert "Bukti ditahan: Bantuan" in page


def test_what_was_there_before_the_scanner_is_scanned_too(scanning):
    row = stored()

    assert services.ask_for_scans() == 1
    assert scanned(row).status == ScanStatus.CLEAN
    assert services.ask_for_scans() == 0


def test_without_a_scanner_nothing_is_asked(settings):
    stored()

    assert services.ask_for_scans() == 0


def test_a_scanner_that_is_away_leaves_the_file_waiting(settings, at):
    settings.CLAMD_URL = f"tcp://127.0.0.1:{free_port()}"

    row = scanned(kept(at))

    assert (row.status, row.is_held) == (ScanStatus.UNSCANNED, True)
    assert Job.objects.get().status == JobStatus.QUEUED


def test_a_file_that_was_given_up_is_asked_about_again(settings, at):
    settings.CLAMD_URL = f"tcp://127.0.0.1:{free_port()}"
    kept(at)
    Job.objects.update(status=JobStatus.FAILED, attempts=jobs.MAX_ATTEMPTS)

    services.ask_for_scans()

    assert Job.objects.get().status == JobStatus.QUEUED


@pytest.mark.parametrize("content", [b"limit", b"hang up"])
def test_an_answer_that_says_nothing_lets_nothing_out(scanning, at, content):
    row = scanned(kept(at, content))

    assert (row.status, row.is_held) == (ScanStatus.UNSCANNED, True)


def test_a_file_that_was_replaced_meanwhile_is_not_looked_for(scanning, at):
    row = kept(at)
    StoredFile.objects.all().delete()
    job = Job.objects.get(key=str(row.pk))

    jobs.perform(job.pk)

    job.refresh_from_db()
    assert job.status == JobStatus.DONE


def test_the_scanner_may_listen_on_a_socket_of_this_machine(settings, clamd_by_socket):
    settings.CLAMD_URL = clamd_by_socket

    assert scanner.malware_in(b"bersih") == ""
    assert scanner.malware_in(EICAR) == "Eicar-Signature"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("", {"files.W001"}),
        ("clamd:3310", {"files.E001"}),
        ("tcp://", {"files.E001"}),
        ("tcp://clamd:3310", set()),
        ("unix:///run/clamav/clamd.ctl", set()),
    ],
)
def test_a_deployment_is_told_when_nobody_scans(settings, url, told):
    settings.CLAMD_URL = url

    found = {one.id for one in run_checks(include_deployment_checks=True)}

    assert {one for one in found if one.startswith("files.")} == told
