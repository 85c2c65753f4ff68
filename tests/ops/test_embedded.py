"""The first to come starts the embedded servers, the last to leave stops them."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.conf import settings

from tests.ops.processes import clean_environment, runs_from


REPORT = """
import os, sys
from ops import embedded
embedded.ensure({prefix!r})
print(os.environ["DATABASE_URL"], os.environ["REDIS_URL"], flush=True)
sys.stdin.readline()
"""


@pytest.fixture(scope="module")
def var():
    # Not tmp_path: pytest closes its folders to the account that PostgreSQL runs under when we are root.
    folder = tempfile.mkdtemp(prefix="atensi-test-")
    yield Path(folder)
    shutil.rmtree(folder)


@pytest.fixture
def visitor(var):
    """Start another process that uses the servers until it is told to go."""
    started = []

    def come(prefix: str = "", **environment: str):
        process = subprocess.Popen(
            [sys.executable, "-c", REPORT.format(prefix=prefix)],
            cwd=settings.BASE_DIR,
            env={**clean_environment(), "ATENSI_VAR": str(var), **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process, process.stdout.readline().split()

    yield come
    for process in started:
        leave(process)


def leave(process: subprocess.Popen) -> None:
    process.stdin.close()
    process.wait(timeout=30)
    process.stdout.close()


def test_the_second_joins_the_servers_of_the_first(visitor):
    _, first = visitor()
    _, second = visitor()

    assert first == second


def test_the_servers_stay_until_the_last_one_leaves(visitor, var):
    first, _ = visitor()
    second, _ = visitor()

    leave(first)
    assert runs_from(var)
    leave(second)
    assert not runs_from(var)


def test_a_terminated_visitor_takes_the_servers_along(visitor, var):
    process, _ = visitor()

    process.terminate()
    process.wait(timeout=30)

    assert not runs_from(var)


def test_after_a_killed_visitor_the_next_one_finds_the_servers_and_stops_them(visitor, var):
    killed, before = visitor()
    killed.kill()
    killed.wait()

    following, after = visitor()
    leave(following)

    assert before == after
    assert not runs_from(var)


def test_a_server_named_in_the_environment_is_left_alone(visitor, var):
    named = "postgresql://somebody@somewhere/something"

    _, urls = visitor(DATABASE_URL=named)

    assert urls[0] == named
    assert not (var / "postgres" / "postmaster.pid").exists()


def test_only_the_owner_can_open_the_socket(visitor, var):
    visitor()

    assert (var / "postgres").stat().st_mode & 0o077 == 0


def test_the_queue_is_closed_to_those_without_its_password(visitor):
    import redis

    _, (_, url) = visitor()
    port = int(url.rsplit(":", 1)[1].split("/")[0])

    with redis.Redis(port=port) as stranger, pytest.raises(redis.AuthenticationError):
        stranger.ping()
