"""docs/rules.md: the constraints and the tests that it names are there; so are those of docs/cryptography.md."""

import re

import pytest
from django.apps import apps
from django.conf import settings


DOCS = settings.BASE_DIR / "docs"
TEST = re.compile(r"`(tests/[\w./]+\.py)`")
ROW = re.compile(r"^\| (?!rule)(.+?) \| (.*?) ?\| (.+) \|$", re.MULTILINE)
ROWS = ROW.findall((DOCS / "rules.md").read_text())
# Whoever makes, keeps or compares what must not be guessed, forged or read.
MEANS = re.compile(
    r"^(?:from|import) (?:cryptography|hashlib|hmac|secrets|ssl)\b|\bsha256\(|\bsalted_hmac\b|Argon2",
    re.MULTILINE,
)
OURS = ("atensi", *(config.name for config in apps.get_app_configs()))


def test_each_rule_names_a_test():
    assert len(ROWS) > 30
    assert [rule for rule, _constraints, shown in ROWS if not TEST.search(shown)] == []


def test_each_named_constraint_is_one_of_the_database():
    known = {each.name for model in apps.get_models() for each in model._meta.constraints}
    named = {
        name for _rule, constraints, _shown in ROWS for name in re.findall(r"`(\w+)`", constraints)
    }

    assert named - known == set()


@pytest.mark.parametrize("page", ["rules.md", "cryptography.md"])
def test_each_named_test_is_there(page):
    named = set(TEST.findall((DOCS / page).read_text()))

    assert {path for path in named if not (settings.BASE_DIR / path).exists()} == set()


def test_whatever_works_with_keys_or_sums_stands_in_the_list_of_them():
    page = (DOCS / "cryptography.md").read_text()
    files = [path for app in OURS for path in (settings.BASE_DIR / app).rglob("*.py")]
    uses = {
        str(path.relative_to(settings.BASE_DIR))
        for path in files
        if "migrations" not in path.parts and MEANS.search(path.read_text())
    }

    assert len(uses) > 12
    assert {path for path in uses if f"`{path}`" not in page} == set()
