"""script/server as a newcomer meets it: one command up, Ctrl-C down, one clear sentence when it cannot."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings

from tests.ops.processes import clean_environment, runs_from


# What the releases before 0.2.0 left: a database that knows migrations which are gone.
FROM_BEFORE = """
import os, psycopg2
from ops import embedded
embedded.ensure()
with psycopg2.connect(os.environ["DATABASE_URL"]) as connection, connection.cursor() as cursor:
    cursor.execute("CREATE TABLE django_migrations (id serial, app text, name text, applied timestamptz DEFAULT now())")
    cursor.execute("INSERT INTO django_migrations (app, name) VALUES ('care', '0001_initial'), ('care', '0011_placing')")
"""
LOADED = "Preparing the demonstration data"


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """Where the static files lie that a start collected; the next one need not compress them again."""
    return tmp_path_factory.mktemp("collected") / "static"


@pytest.fixture
def var(collected):
    # Not tmp_path: pytest closes its folders to the account that PostgreSQL runs under when we are root.
    folder = Path(tempfile.mkdtemp(prefix="atensi-test-"))
    if collected.exists():
        shutil.copytree(collected, folder / "static")
    yield folder
    if (folder / "static").exists() and not collected.exists():
        shutil.move(folder / "static", collected)
    shutil.rmtree(folder)


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def server(var, port):
    """Start script/server; whatever a test leaves running is stopped after it."""
    started = []

    def start(**environment: str) -> subprocess.Popen:
        process = subprocess.Popen(
            [settings.BASE_DIR / "script" / "server"],
            env={
                **clean_environment(),
                "DJANGO_SETTINGS_MODULE": "atensi.settings.dev",
                "ATENSI_VAR": str(var),
                "PORT": str(port),
                **environment,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            interrupt(process)
        process.stdout.close()
        process.stderr.close()


def interrupt(process: subprocess.Popen) -> tuple[int, str]:
    """How it ended, and what it said on the way."""
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    return process.returncode, said


def wait_until_it_runs(process: subprocess.Popen) -> None:
    if not any("is running at" in line for line in process.stdout):
        raise AssertionError(process.stderr.read())


def refusal(process: subprocess.Popen, var: Path) -> str:
    """The one sentence with which the start is refused."""
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert out == ""
    assert not runs_from(var)
    (sentence,) = err.strip().splitlines()
    return sentence


def test_a_port_in_use_is_said_in_one_sentence(server, var, port):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()

        assert f"Port {port} on 127.0.0.1 is in use" in refusal(server(), var)


@pytest.mark.parametrize("name", ["DATABASE_URL", "REDIS_URL"])
def test_an_address_that_is_none_is_said_in_one_sentence(server, var, name):
    """What else is wrong with them: test_checks.py."""
    assert f"{name} is not an address" in refusal(server(**{name: "nonsense"}), var)


def test_a_var_from_before_is_met_with_one_sentence_that_says_how_to_start_over(server, var):
    environment = {**clean_environment(), "ATENSI_VAR": str(var)}
    subprocess.run(
        [sys.executable, "-c", FROM_BEFORE], cwd=settings.BASE_DIR, env=environment, check=True
    )

    process = server()
    _, err = process.communicate(timeout=60)
    told = [line for line in err.splitlines() if not line.startswith("Preparing ")]

    assert process.returncode == 1
    assert "it knows care.0011_placing, which this one does not" in told[0]
    assert f"delete {var}" in told[0]
    assert told[1:] == ["The system was not started; see the lines above."]
    assert not runs_from(var)


def test_it_starts_answers_and_leaves_nothing_behind_then_starts_from_what_is_there(
    server, var, port
):
    """How long it takes is said by nobody here: what the second start does not do again makes it quick."""
    process = server()
    wait_until_it_runs(process)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/kesehatan/", timeout=5) as answer:
        assert answer.status == 200

    code, prepared = interrupt(process)
    assert code == 0
    assert LOADED in prepared
    assert not runs_from(var)

    again = server()
    wait_until_it_runs(again)
    worker = next(
        pid for pid, line in runs_from(var).items() if "celery" in line and "worker" in line
    )
    os.kill(worker, signal.SIGKILL)
    _, err = again.communicate(timeout=30)

    assert LOADED not in err
    assert again.returncode == 1
    assert "The process “worker” has ended" in err
    assert not runs_from(var)
