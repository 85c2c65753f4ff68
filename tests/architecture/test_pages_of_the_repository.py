"""What is written about this repository is so: its licence, its decisions, and whatever its pages point at."""

import hashlib
import importlib.util
import itertools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

from tests.architecture.test_scope_walk import APPS, sources


ROOT = settings.BASE_DIR
DOCS = ROOT / "docs"
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))
# Decisions and changes tell of their day; what they name may have moved since.
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")])
LIVING = [page for page in PAGES if page.name != "CHANGELOG.md"]
# The API's page is full of addresses (`klien/`), which look like folders.
NAMING_FILES = [page for page in LIVING if page.name != "api.md"]
# The text as the Free Software Foundation publishes it.
AGPL_3 = "0d96a4ff68ad6d4b6f1f30f713b18d5184912ba8dd389f86aa7710db079abcb0"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
STATUS = re.compile(
    rf"\*\*Status\.\*\* (Accepted|Replaced by \d{{4}}), \d{{1,2}} (?:{MONTHS}) 20\d\d\."
)
PATH = re.compile(r"`((?:[\w.-]+/)+(?:[\w*.{},-]+\.\w+)?|(?:script|\.ci)/\w+)`")
LAYOUT = re.compile(r"^```\n(.*?)^```", re.MULTILINE | re.DOTALL)
MODULE = re.compile(r"python -m ([\w.]+)")


def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def spread(pattern: str) -> Iterator[str]:
    """`settings/{base,dev}.py` names two files."""
    parts = re.split(r"\{([^}]*)\}", pattern)
    choices = [part.split(",") if number % 2 else [part] for number, part in enumerate(parts)]
    return ("".join(chosen) for chosen in itertools.product(*choices))


def paths_in(text: str) -> list[str]:
    return [path for written in PATH.findall(text) for path in spread(written)]


def is_there(path: str) -> bool:
    """`var/` is made by what runs."""
    return path.startswith("var/") or next(ROOT.glob(path.rstrip("/")), None) is not None


def links_in(page: Path) -> list[Path]:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text())
    return [page.parent / target for target in targets if "://" not in target]


def test_the_licence_is_the_agpl_word_for_word():
    assert hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == AGPL_3


def test_the_project_names_its_licence_and_the_file_of_it():
    assert (project()["license"], project()["license-files"]) == ("AGPL-3.0-or-later", ["LICENSE"])


def test_the_newest_version_of_the_changes_is_the_projects_own():
    released = re.findall(r"^## (\d\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)

    assert released[0] == project()["version"]


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_its_number_its_status_and_its_day(decision):
    title, status, *_ = decision.read_text().split("\n\n")

    assert title.startswith(f"# {decision.stem[:4]}. ")
    assert STATUS.fullmatch(status), "second paragraph: **Status.** Accepted, 1 December 2026."


def test_no_two_decisions_have_one_number():
    numbers = [decision.stem[:4] for decision in DECISIONS]

    assert len(numbers) == len(set(numbers))


def test_the_code_names_only_decisions_that_are_there():
    numbers = {page.name[:4] for page in DECISIONS}
    unknown = {
        f"{path.relative_to(ROOT)}: {named}"
        for path in sources("atensi", "common", "ops", *APPS)
        for named in re.findall(r"decisions/[\w-]+\.md|decision \d{4}", path.read_text())
        if not ((DOCS / named).exists() or named[-4:] in numbers)
    }

    assert unknown == set()


def test_the_glossary_explains_each_word_once():
    words = re.findall(r"^\| (.+?) \|", (DOCS / "glossary.md").read_text(), re.MULTILINE)

    assert len(words) == len(set(words))


def test_every_page_is_on_the_map():
    on_the_map = {link.resolve() for link in links_in(DOCS / "README.md")}

    assert [name_of(page) for page in DOCS.glob("[!R]*.md") if page not in on_the_map] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_links_only_to_what_is_there(page):
    assert [str(target) for target in links_in(page) if not target.exists()] == []


@pytest.mark.parametrize("page", NAMING_FILES, ids=name_of)
def test_a_page_names_only_files_that_are_there(page):
    assert [path for path in paths_in(page.read_text()) if not is_there(path)] == []


def test_the_layout_shows_only_what_is_there():
    block = LAYOUT.findall((DOCS / "architecture.md").read_text())[0]
    shown = [path for line in block.splitlines() for path in line.split("  ")[0].split()]

    assert [path for path in shown if not is_there(path)] == []


@pytest.mark.parametrize("page", LIVING, ids=name_of)
def test_a_page_names_only_commands_that_are_there(page):
    text = page.read_text()
    commands = set(re.findall(r"manage\.py (\w+)", text))

    assert commands <= set(get_commands())
    assert [name for name in MODULE.findall(text) if not importlib.util.find_spec(name)] == []
