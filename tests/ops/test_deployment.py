"""The Procfile is the one list of processes; what ships must agree with it."""

import re

import pytest
import yaml
from django.conf import settings

from ops import procfile


ROOT = settings.BASE_DIR
PROCESSES = procfile.read(ROOT / "Procfile")
LOCKS = ["requirements.txt", "requirements-dev.txt"]
SERVICES = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]


def test_the_procfile_lists_the_site_the_worker_and_the_clock():
    assert [entry.name for entry in PROCESSES] == ["web", "worker", "beat"]


@pytest.mark.parametrize("entry", PROCESSES, ids=lambda entry: entry.name)
def test_compose_runs_the_same_command_as_the_procfile(entry):
    assert tuple(SERVICES[entry.name]["command"].split()) == entry.command


def test_compose_runs_no_process_of_ours_that_the_procfile_does_not_know():
    ours = {name for name, service in SERVICES.items() if "build" in service}

    assert ours == {entry.name for entry in PROCESSES} | {"migrate", "upkeep"}


@pytest.mark.parametrize("name", ["web", "worker", "beat", "upkeep", "migrate"])
def test_compose_uses_the_production_settings_with_everything_they_demand(name):
    environment = SERVICES[name]["environment"]

    assert environment["DJANGO_SETTINGS_MODULE"] == "atensi.settings.prod"
    assert {"SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL"} <= set(environment)


@pytest.mark.parametrize("name", ["SECRET_KEY", "POSTGRES_PASSWORD"])
def test_compose_holds_no_secret_and_starts_without_none(name):
    text = (ROOT / "docker-compose.yml").read_text()

    assert f"${{{name}:?" in text
    assert not re.search(rf"\$\{{{name}(\}}|:-)", text)


def test_the_image_does_not_run_as_root():
    assert re.search(r"^USER (?!root)\w+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_requirement_has_a_hash(lock):
    requirements = re.split(r"(?m)^(?=\w)", (ROOT / lock).read_text())[1:]

    assert requirements
    assert [one.split()[0] for one in requirements if "--hash=sha256:" not in one] == []


def test_the_developers_lock_holds_what_runs_in_the_same_versions():
    pinned = [set(re.findall(r"(?m)^(\S+==\S+)", (ROOT / lock).read_text())) for lock in LOCKS]

    assert pinned[0] <= pinned[1]
