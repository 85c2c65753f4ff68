"""Background work: asked for once, tried five times, done once."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.db.models.functions import Now
from django.utils import timezone

from common import bell, jobs
from common.enums import JobStatus
from common.errors import DomainError
from common.models import Counter, Job


pytestmark = pytest.mark.django_db

KIND = "test"


@pytest.fixture
def work(monkeypatch):
    """Register what a job of our kind does, for this test only."""

    def register(function):
        monkeypatch.setitem(jobs._handlers, KIND, function)

    return register


@pytest.fixture
def count(work):
    """The work is to count to one; what was counted is what was done."""
    work(lambda job, progress: lambda: Counter.objects.create(name=job.key))
    return Counter.objects.count


def ask(key="one", **facts):
    return jobs.request_job(KIND, key, payload=facts)


def status_of(job) -> str:
    job.refresh_from_db()
    return job.status


def abandoned(job, attempts=1):
    """A worker took it and died; its lease is over."""
    Job.objects.filter(pk=job.pk).update(
        status=JobStatus.RUNNING, attempts=attempts, lease_until=Now() - timedelta(seconds=1)
    )


def test_asking_twice_finds_the_same_job():
    assert ask() == ask()


def test_a_job_is_done_and_says_so(count):
    job = ask()

    jobs.perform(job.pk)

    assert (status_of(job), job.attempts, count()) == (JobStatus.DONE, 1, 1)
    assert job.finished_at is not None


def test_a_job_that_runs_twice_is_done_once(count):
    job = ask()

    jobs.perform(job.pk)
    jobs.perform(job.pk)

    assert count() == 1


def test_a_job_that_another_worker_holds_is_left_alone(count):
    job = ask()
    jobs._claim(job.pk)

    jobs.perform(job.pk)

    assert (status_of(job), count()) == (JobStatus.RUNNING, 0)


def test_a_job_whose_worker_died_is_taken_over_when_its_lease_is_over(count):
    job = ask()
    abandoned(job)

    jobs.perform(job.pk)

    assert (status_of(job), job.attempts) == (JobStatus.DONE, 2)


def test_a_worker_that_lost_its_lease_writes_nothing(work):
    job = ask()

    def overtaken(job, progress):
        abandoned(job)
        jobs._claim(job.pk)
        return lambda: Counter.objects.create(name="late")

    work(overtaken)
    jobs.perform(job.pk)

    assert (status_of(job), Counter.objects.count()) == (JobStatus.RUNNING, 0)


def test_an_attempt_is_counted_before_the_work(work):
    job, seen = ask(), []
    work(lambda job, progress: seen.append(Job.objects.get().attempts) or (lambda: None))

    jobs.perform(job.pk)

    assert seen == [1]


def test_a_crash_is_kept_and_the_job_waits_for_another_try(work, caplog):
    caplog.set_level(logging.CRITICAL)
    work(lambda job, progress: 1 / 0)
    job = ask()

    jobs.perform(job.pk)

    assert (status_of(job), job.attempts) == (JobStatus.QUEUED, 1)
    # Where, and not what: the words of an exception may hold a name.
    assert job.error.startswith("ZeroDivisionError at tests/common/test_jobs.py:")
    assert "division" not in job.error


def test_a_crash_while_finishing_leaves_nothing_half_done(work):
    def half_done():
        Counter.objects.create(name="half")
        raise ValueError

    work(lambda job, progress: half_done)
    job = ask()

    jobs.perform(job.pk)

    assert (status_of(job), Counter.objects.count()) == (JobStatus.QUEUED, 0)


def test_the_fifth_crash_is_the_last(work):
    work(lambda job, progress: 1 / 0)
    job = ask()

    for _attempt in range(7):
        jobs.perform(job.pk)

    assert (status_of(job), job.attempts) == (JobStatus.FAILED, 5)


def test_what_the_state_of_things_forbids_is_not_tried_again(work):
    def refuse(job, progress):
        raise DomainError("Bulan ini belum selesai.")

    work(refuse)
    job = ask()

    jobs.perform(job.pk)

    assert (status_of(job), job.message) == (JobStatus.FAILED, "Bulan ini belum selesai.")


def test_a_failed_job_may_be_asked_for_again(count):
    Job.objects.create(kind=KIND, key="one", status=JobStatus.FAILED, attempts=5, error="x")

    job = ask()

    assert (status_of(job), job.attempts, job.error) == (JobStatus.QUEUED, 0, "")
    jobs.perform(job.pk)
    assert count() == 1


def test_a_job_that_is_done_is_not_done_again_for_the_asking(count):
    jobs.perform(ask().pk)

    assert ask().status == JobStatus.DONE


def test_progress_moves_the_bar_and_holds_the_lease(work):
    seen = []

    def slow(job, progress):
        Job.objects.update(lease_until=Now() + timedelta(seconds=1))
        progress(1, 4, "figures")
        seen.append(Job.objects.get())
        return lambda: None

    work(slow)
    jobs.perform(ask().pk)

    assert (seen[0].percent, seen[0].message) == (25, "figures")
    assert seen[0].lease_until > timezone.now() + timedelta(seconds=60)


def test_the_sweeper_rings_for_what_nobody_heard_and_what_was_left_behind():
    unheard, left_behind = ask("unheard"), ask("left behind")
    ask("fresh")
    Job.objects.filter(pk=unheard.pk).update(created_at=Now() - timedelta(seconds=61))
    abandoned(left_behind)

    assert set(jobs.sweep()) == {unheard.pk, left_behind.pk}


def test_the_sweeper_gives_up_what_killed_five_workers():
    job = ask()
    abandoned(job, attempts=5)

    jobs.sweep()

    assert status_of(job) == JobStatus.FAILED


@pytest.fixture
def dead_queue(monkeypatch):
    """A queue at a port where nobody listens."""
    from atensi.celery import app

    monkeypatch.setattr(bell, "breaker", bell.Breaker())
    with (
        app.connection_for_write("redis://127.0.0.1:1/0") as connection,
        monkeypatch.context() as m,
    ):
        m.setattr(bell, "current_app", Elsewhere(app, connection))
        yield


class Elsewhere:
    """The same application, sending through another connection."""

    def __init__(self, app, connection):
        self.app, self.connection = app, connection

    def send_task(self, name, **options):
        return self.app.send_task(name, connection=self.connection, **options)


def test_a_dead_queue_does_not_break_the_asking(dead_queue, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        job = ask()

    assert status_of(job) == JobStatus.QUEUED
    assert bell.breaker.is_open


def test_after_one_failure_nobody_waits_for_the_queue(dead_queue, caplog):
    assert bell.ring(1) is False
    assert bell.ring(2) is False

    assert [record.message for record in caplog.records if "sweeper" in record.message] == [
        caplog.records[0].message
    ]


def test_a_queue_that_lives_takes_the_message(monkeypatch):
    monkeypatch.setattr(bell, "breaker", bell.Breaker())

    assert bell.ring(0) is True


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_do_the_work_once(count):
    job, barrier = ask(), Barrier(2)

    def one_worker():
        barrier.wait()
        jobs.perform(job.pk)
        connection.close()

    with ThreadPoolExecutor(2) as pool:
        for worker in [pool.submit(one_worker) for _n in range(2)]:
            worker.result()

    assert (status_of(job), job.attempts, count()) == (JobStatus.DONE, 1, 1)
