"""The first day is the same in both languages, and names only settings and processes that are there."""

import re
import subprocess

import pytest
from django.conf import settings

from tests.ops.test_settings_that_ship import MADE_BY_HAND, named_in_the_docs


ROOT = settings.BASE_DIR
ENGLISH, INDONESIAN = (
    (ROOT / "docs" / name).read_text() for name in ("first-day.md", "hari-pertama.md")
)
COMMANDS = re.compile(r"^ *```sh\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


def test_the_commands_are_the_same_in_both_languages():
    assert COMMANDS.findall(ENGLISH) == COMMANDS.findall(INDONESIAN)
    assert len(COMMANDS.findall(ENGLISH)) > 8


def test_the_sections_are_as_many_in_both_languages():
    def heads(page: str) -> int:
        return len(re.findall(r"^## ", page, re.MULTILINE))

    assert heads(ENGLISH) == heads(INDONESIAN)


def test_it_sets_only_what_operations_know():
    written = re.findall(
        r"^cat >/srv/atensi/env\S* <<END\n(.*?)^END", ENGLISH, re.MULTILINE | re.DOTALL
    )
    named = set(re.findall(r"^([A-Z0-9_]+)=", "".join(written), re.MULTILINE))

    assert len(written) == 3
    assert named - named_in_the_docs() - named_in_the_docs(upkeep=True) <= MADE_BY_HAND


@pytest.mark.parametrize("name", ["web", "worker", "beat", "upkeep", "nobody"])
def test_a_process_by_its_name_is_the_procfiles(name, tmp_path):
    """As it would be run, said instead of run."""
    script = (
        (ROOT / "script" / "process").read_text().replace('cd "$(dirname "$0")/.."', f'cd "{ROOT}"')
    )
    script = script.replace("exec $command", "echo $command")
    (tmp_path / "process").write_text(script)

    done = subprocess.run(
        ["sh", tmp_path / "process", name], capture_output=True, text=True, check=False
    )

    if name == "nobody":
        assert (done.returncode, done.stdout) == (2, "")
        return
    lines = (ROOT / "Procfile").read_text()
    compose = (ROOT / "docker-compose.yml").read_text()
    assert f"{name}: {done.stdout.strip()}\n" in lines or set(done.stdout.split()) <= set(
        compose.split()
    )
    assert ("upkeep" in done.stdout) == (name == "upkeep")
