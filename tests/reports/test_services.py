"""Asking for a report, and making it once."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection
from pypdf import PdfReader

from common import jobs
from common.enums import JobStatus
from common.errors import DomainError
from common.models import Counter, Job
from reports.files import has_sha256
from reports.models import Report
from reports.selectors import is_intact
from reports.services.requesting import request_monthly_reports, request_report
from tests import people
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db

OCTOBER = date(2026, 10, 1)
TODAY = date(2026, 11, 2)


def ask(institution=None, month=OCTOBER, actor=None):
    return request_report(institution=institution, month=month, actor=actor, today=TODAY)


def make(job) -> Report:
    jobs.perform(job.pk)
    return Report.objects.get(job=job)


def text_of(report: Report) -> str:
    document = PdfReader(BytesIO(Path(report.pdf.path).read_bytes()))
    return " ".join(" ".join(page.extract_text().split()) for page in document.pages)


@pytest.mark.parametrize("month", [date(2026, 11, 1), date(2026, 12, 1)])
def test_a_month_that_is_not_over_is_refused_with_a_sentence(month):
    with pytest.raises(DomainError, match="belum selesai") as refused:
        ask(month=month)

    assert refused.value.field == "month"
    assert not Job.objects.exists()


def test_a_report_is_made_with_number_figures_and_file():
    CaseFactory.create_batch(5, opened_on=date(2026, 10, 5))

    report = make(ask(actor=people.fitri()))

    assert report.number == "001/LB/ATENSI-KPN/X/2026"
    assert (report.figures["new"], report.figures["active"]) == (5, 5)
    assert report.made_by == people.fitri()
    assert "Klien baru 5" in text_of(report)
    assert is_intact(report)


def test_the_file_is_for_the_system_alone_and_no_half_file_is_left():
    path = Path(make(ask()).pdf.path)

    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_numbers_run_on_within_the_year_of_the_month():
    first, second = make(ask()), make(ask(people.melati()))
    last_year = make(ask(month=date(2025, 12, 1)))

    assert [report.number for report in (first, second, last_year)] == [
        "001/LB/ATENSI-KPN/X/2026",
        "002/LB/ATENSI-KPN/X/2026",
        "001/LB/ATENSI-KPN/XII/2025",
    ]


def test_the_same_institution_and_month_have_one_job():
    assert ask(people.melati()) == ask(people.melati())
    assert ask(people.melati()) != ask(people.kenanga())
    assert ask(people.melati()) != ask()


def test_a_job_that_runs_twice_makes_one_report():
    job = ask()

    first = make(job)
    again = make(job)

    assert first == again
    assert first.number == again.number


def test_an_attempt_that_failed_leaves_no_gap_in_the_numbers(settings, tmp_path, caplog):
    caplog.set_level(logging.CRITICAL)
    job = ask()
    settings.MEDIA_ROOT = tmp_path / "a-file"
    settings.MEDIA_ROOT.write_text("in the way")
    jobs.perform(job.pk)
    job.refresh_from_db()
    assert job.status == JobStatus.QUEUED
    settings.MEDIA_ROOT = tmp_path

    report = make(job)

    assert report.number.startswith("001/")
    assert Counter.objects.get(name="report:26").last == 1


def test_what_a_dead_worker_left_is_cleared_away(tmp_path):
    job = ask()
    left = tmp_path / f"reports/2026-10/{job.pk}-7.pdf"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")

    make(job)

    assert not left.exists()


def test_a_file_that_was_changed_is_told_from_the_one_that_was_made():
    report = make(ask())
    with Path(report.pdf.path).open("ab") as file:
        file.write(b" ")

    assert not is_intact(report)


def test_a_file_that_is_gone_is_not_intact():
    assert not has_sha256("reports/gone.pdf", "0" * 64)


def test_the_bar_moves_while_the_report_is_made(monkeypatch):
    seen = []
    move = jobs.Progress.__call__

    def watched(self, done, total, message=""):
        move(self, done, total, message)
        seen.append(Job.objects.get().percent)

    monkeypatch.setattr(jobs.Progress, "__call__", watched)
    job = ask()
    make(job)
    job.refresh_from_db()

    assert seen == [0, 25, 50, 75]
    assert job.percent == 100


def test_the_month_before_is_asked_for_the_nation_and_everyone_with_cases():
    CaseFactory(opened_on=date(2026, 10, 5), client__registered_by=people.citra())
    people.harapan()

    asked = request_monthly_reports(today=date(2026, 11, 1))

    assert [job.key for job in asked] == [
        "national:2026-10",
        f"{people.kenanga().pk}:2026-10",
    ]


def test_the_first_of_the_month_may_come_twice():
    request_monthly_reports(today=TODAY)
    request_monthly_reports(today=TODAY)

    assert Job.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_ten_who_ask_at_once_get_one_job_and_one_report():
    barrier = Barrier(10)

    def one_person():
        barrier.wait()
        job = ask()
        jobs.perform(job.pk)
        connection.close()
        return job.pk

    with ThreadPoolExecutor(10) as pool:
        job_ids = {person.result() for person in [pool.submit(one_person) for _n in range(10)]}

    assert len(job_ids) == 1
    assert Report.objects.count() == 1
    assert Counter.objects.get(name="report:26").last == 1


def test_a_paper_lies_in_the_bucket_that_is_configured(bucket, tmp_path):
    report = make(ask())

    [there] = bucket.objects.all()
    assert there.key == report.pdf.name
    assert has_sha256(there.key, report.sha256)
    assert list(tmp_path.iterdir()) == []


def test_what_a_failed_attempt_left_in_the_bucket_goes_with_the_next(bucket):
    job = ask()
    bucket.put_object(Key=f"reports/2026-10/{job.pk}-7.pdf", Body=b"half")

    report = make(job)

    assert [there.key for there in bucket.objects.all()] == [report.pdf.name]


def test_a_paper_that_is_gone_from_the_bucket_is_told_as_gone(bucket):
    assert not has_sha256("reports/gone.pdf", "0" * 64)
