"""The drill kills what it means to kill, all of it, and nothing else."""

import subprocess
import sys
import time

import pytest

from tools.drills import processes


# The orphans of this family are its own to reap, as those of the drill are the drill's.
FAMILY = """
import subprocess
from tools.drills import processes
processes.adopt_orphans()
elder, other = (
    subprocess.Popen(["sh", "-c", "sleep 60 & sleep 60 & wait"]) for _ in range(2)
)
while min(len(processes.children(each.pid)) for each in (elder, other)) < 2:
    pass
before = processes.tree(elder.pid)
processes.kill(before)
after = [pid for pid in before if processes.is_listed(pid)]
untouched = processes.tree(other.pid)
processes.kill(untouched)
print(len(before), len(after), len(untouched), before[0] == elder.pid)
"""


@pytest.fixture
def parent():
    """A process with two children."""
    popen = subprocess.Popen(["sh", "-c", "sleep 60 & sleep 60 & wait"])
    deadline = time.monotonic() + 10
    while len(processes.children(popen.pid)) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    yield popen
    family = processes.tree(popen.pid)
    for pid in family:
        subprocess.run(["kill", "-9", str(pid)], check=True)
    popen.wait()


def test_a_tree_is_the_process_and_everything_below_it_parents_first(parent):
    family = processes.tree(parent.pid)

    assert family == [parent.pid, *processes.children(parent.pid)]
    assert len(family) == 3


def test_a_process_that_is_gone_has_no_children():
    gone = subprocess.Popen(["true"])
    gone.wait()

    assert processes.children(gone.pid) == []


def test_a_killed_family_is_gone_to_the_last_and_its_neighbour_stays():
    done = subprocess.run(
        [sys.executable, "-c", FAMILY], capture_output=True, text=True, check=False, timeout=60
    )

    assert done.stdout.split() == ["3", "0", "3", "True"], done.stderr
