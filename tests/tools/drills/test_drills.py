"""script/drill as a whole. The kill drill takes minutes and is started by hand."""

import subprocess
import sys

import pytest
from django.conf import settings

from tests.ops.processes import clean_environment


def drill(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tools.drills", *arguments],
        cwd=settings.BASE_DIR,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )


def test_without_a_name_it_lists_the_drills_and_breaks_nothing():
    done = drill()

    assert done.returncode == 0
    assert [line.split()[1] for line in done.stdout.splitlines()] == [
        "kill",
        "redis",
        "postgres",
        "moment",
        "restore",
        "upgrade",
        "account",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["redis", "postgres", "moment", "restore", "account"])
def test_a_drill_keeps_its_promises(name):
    done = drill(name)

    assert done.returncode == 0, done.stdout + done.stderr
