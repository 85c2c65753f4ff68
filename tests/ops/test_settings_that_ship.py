"""Every setting that docs/operations.md names reaches the containers, and `.env.example` tells of it."""

import re

import pytest
import yaml
from django.conf import settings


ROOT = settings.BASE_DIR
COMPOSE = (ROOT / "docker-compose.yml").read_text()
SERVICES = yaml.safe_load(COMPOSE)["services"]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text()
SAMPLE = (ROOT / ".env.example").read_text()
SETTINGS = [ROOT / "atensi" / "settings" / f"{name}.py" for name in ("base", "prod")]

NAME = re.compile(r"`([A-Z][A-Z0-9_]+)`")
# The image's own, or nobody's but a developer's: they are told of in operations.md and in the code alone.
NOT_FOR_CONTAINERS = {"ATENSI_VAR", "STATEMENT_SECONDS"}
# Of which compose makes addresses, or which folder and image it takes.
FOR_COMPOSE = {
    "POSTGRES_PASSWORD", "SITE_PASSWORD", "REDIS_PASSWORD", "KEYS_DIR", "PYTHON_IMAGE", "POSTGRES_IMAGE", "REDIS_IMAGE",
    "BACKUP_HOME", "BACKUP_IDENTITY_FILE",
}  # fmt: skip
# What an operator without Compose says besides.
MADE_BY_HAND = {"ATENSI_VAR", "DJANGO_SETTINGS_MODULE"}
# Words that look past the fence, or open a backup: nobody else is told them.
UPKEEPS_OWN = {
    "BACKUP_URL",
    "BACKUP_RECIPIENT",
    "BACKUP_DAYS",
    "BACKUP_IDENTITY",
    "RESTORE_CHECK_URL",
}


def named_in_the_docs(*, upkeep: bool = False) -> set[str]:
    """With `upkeep` what its process alone is told."""
    table = OPERATIONS.split("## In production")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in NAME.findall(row) if (name in UPKEEPS_OWN) == upkeep}


def named_in_the_sample() -> set[str]:
    return set(re.findall(r"^([A-Z0-9_]+)=", SAMPLE, re.MULTILINE))


def read_by_the_code() -> set[str]:
    text = "".join(path.read_text() for path in SETTINGS)
    return set(re.findall(r'os\.environ(?:\.get\(|\[)"([A-Z0-9_]+)"', text))


def passed_to(service: str) -> set[str]:
    return set(SERVICES[service]["environment"])


def test_the_docs_name_every_setting_that_the_code_reads():
    told = named_in_the_docs() | named_in_the_docs(upkeep=True)

    assert read_by_the_code() - told - NOT_FOR_CONTAINERS == set()


@pytest.mark.parametrize("service", ["web", "worker", "beat", "upkeep", "migrate"])
def test_every_setting_of_the_docs_reaches_the_containers(service):
    missing = named_in_the_docs() - passed_to(service) - FOR_COMPOSE

    assert missing <= {"DATABASE_OWNER_URL"}  # the owner's word is for migrate alone


def test_the_owners_word_is_for_migrate_alone():
    assert {name for name in SERVICES if "DATABASE_OWNER_URL" in str(SERVICES[name])} == {"migrate"}


def test_what_looks_past_the_fence_is_told_to_the_process_of_upkeep_alone():
    assert named_in_the_docs(upkeep=True) == UPKEEPS_OWN
    assert passed_to("upkeep") >= UPKEEPS_OWN
    assert {name for name in SERVICES if "BACKUP_URL" in str(SERVICES[name])} == {"upkeep"}


def test_the_sample_names_what_compose_asks_for_and_nothing_else():
    asked = set(re.findall(r"\$\{([A-Z0-9_]+):", COMPOSE))

    assert named_in_the_sample() == asked


def test_what_compose_demands_is_told_to_be_filled_in():
    demanded = set(re.findall(r"\$\{([A-Z0-9_]+):\?", COMPOSE))
    first_part = SAMPLE.split("--- Mail ---")[0]

    assert demanded <= set(re.findall(r"^([A-Z0-9_]+)=", first_part, re.MULTILINE))


def test_the_sample_holds_no_secret():
    filled = re.findall(r"^(\w*(?:PASSWORD|SECRET_KEY)\w*)=(.+)$", SAMPLE, re.MULTILINE)

    assert filled == []


@pytest.mark.parametrize("folder", ["media", "seals", "ledger", "keys"])
@pytest.mark.parametrize("service", ["web", "worker", "beat"])
def test_what_must_outlive_a_container_is_on_a_volume(service, folder):
    targets = [volume.rsplit(":", 1)[1] for volume in SERVICES[service]["volumes"]]

    assert f"/app/var/{folder}" in targets


@pytest.mark.parametrize("name", ["FIELD_KEYS_FILE", "ERASURE_LEDGER", "AUDIT_SEAL_FILE"])
def test_each_file_lies_on_a_volume_of_its_own(name):
    folder = SERVICES["web"]["environment"][name].rsplit("/", 1)[0]

    assert any(volume.endswith(f":{folder}") for volume in SERVICES["web"]["volumes"])


def test_no_image_is_taken_without_its_digest():
    foreign = {name: one["image"] for name, one in SERVICES.items() if "build" not in one}
    images = [*foreign.values(), SERVICES["web"]["build"]["args"]["PYTHON_IMAGE"]]

    assert len(images) == 3
    assert all(re.match(r"\$\{[A-Z]+_IMAGE:\?", image) for image in images)
    assert re.search(r"^FROM \$\{PYTHON_IMAGE\}$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)


def test_the_script_that_asks_for_digests_names_the_same_images():
    asked = set(
        re.findall(r"^pinned (\w+)", (ROOT / "script" / "images").read_text(), re.MULTILINE)
    )

    assert asked == set(re.findall(r"\$\{(\w+_IMAGE):\?", COMPOSE))


def test_redis_wants_a_password_that_no_command_line_shows():
    assert "requirepass %s" in SERVICES["redis"]["entrypoint"][2]
    assert "$$REDIS_PASSWORD" in SERVICES["redis"]["entrypoint"][2]
    assert SERVICES["web"]["environment"]["REDIS_URL"].startswith("redis://:${REDIS_PASSWORD:?")


@pytest.mark.parametrize("service", sorted(SERVICES))
def test_every_log_is_turned_over(service):
    assert set(SERVICES[service]["logging"]["options"]) == {"max-size", "max-file"}


@pytest.mark.parametrize(
    ("file", "limit"), [("nginx.conf", "client_max_body_size 12m"), ("Caddyfile", "max_size 12MB")]
)
def test_a_proxy_refuses_what_is_larger_than_a_proof_may_be(file, limit):
    assert limit in (ROOT / "deploy" / file).read_text()


@pytest.mark.parametrize("file", ["nginx.conf", "Caddyfile"])
def test_a_proxy_leads_people_to_https_and_refuses_machines(file):
    sample = (ROOT / "deploy" / file).read_text()
    machines = sample.index("https_only")

    assert "/api/" in sample[machines - 200 : machines]
    assert "403" in sample[machines - 200 : machines + 200]
    assert re.search(r"(301|redir) https://", sample)
