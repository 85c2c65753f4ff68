"""script/test, as somebody who has just cloned the project starts it."""

import subprocess

import pytest
from django.conf import settings

from tests.ops.processes import clean_environment


ONE_WITH_ROWS = "tests/common/test_numbering.py"
# What this run itself has set; a new clone knows none of it.
OURS = ("PYTEST_", "DJANGO_SETTINGS_MODULE", "CI")


@pytest.mark.parametrize("processes", ["0", "2"])
def test_a_few_named_tests_run_in_one_process_and_in_many(processes):
    environment = {k: v for k, v in clean_environment().items() if not k.startswith(OURS)}

    done = subprocess.run(
        ["script/test", ONE_WITH_ROWS, "--numprocesses", processes],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout
