"""The supervisor watches what it started and leaves nothing behind."""

import time
from pathlib import Path

import pytest

from ops.errors import CannotStart
from ops.procfile import Entry
from ops.supervisor import Supervisor


@pytest.fixture
def supervisor(tmp_path):
    supervisor = Supervisor(tmp_path / "log")
    yield supervisor
    supervisor.stop()


def start(supervisor: Supervisor, name: str, script: str) -> int:
    supervisor.start(Entry(name, ("sh", "-c", script)))
    return supervisor.processes[-1].popen.pid


def wait_for(condition) -> None:
    deadline = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in five seconds"
        time.sleep(0.02)


def runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_running_process_is_no_reason_to_complain(supervisor):
    start(supervisor, "web", "sleep 60")

    supervisor.check()


def test_a_process_that_ends_by_itself_is_named_with_its_last_words(supervisor):
    pid = start(supervisor, "worker", "echo farewell; exit 3")
    wait_for(lambda: not runs(pid))

    with pytest.raises(CannotStart, match="“worker” has ended \\(3\\): farewell"):
        supervisor.check()


def test_stopping_ends_what_the_processes_started_too(supervisor, tmp_path):
    note = tmp_path / "child"
    parent = start(supervisor, "web", f"sleep 60 & echo $! > {note}; wait")
    wait_for(lambda: note.exists() and note.read_text().strip())

    supervisor.stop()

    assert not runs(parent)
    assert not runs(int(note.read_text()))


def test_a_process_that_ignores_the_request_is_ended_all_the_same(supervisor, monkeypatch):
    monkeypatch.setattr("ops.supervisor.PATIENCE_SECONDS", 0.3)
    pid = start(supervisor, "beat", "trap '' TERM; echo ready; sleep 60; sleep 60")
    wait_for(supervisor.processes[0].log.read_text)

    supervisor.stop()

    assert not runs(pid)
