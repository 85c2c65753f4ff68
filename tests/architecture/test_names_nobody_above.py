"""An app names nothing of those above it, not even in a string: what they bring, they register (decision 0024)."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from tests.architecture.site import url_names


# From the ground up.
ORDER = (
    "common", "files", "regions", "partners", "accounts", "clients", "law", "safety", "screening", "care", "reports", "exports", "desk", "upkeep",
)  # fmt: skip
LOWER = ORDER[:-1]
# Folders of templates that no app is called after.
OF_ACCOUNTS = ("account", "allauth", "mfa")
TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
ASKS = {"get_model", "get_app_config", "is_installed", "import_module"}
TOKEN = re.compile(r"[\w:]+")


def above(app: str) -> tuple[str, ...]:
    return ORDER[ORDER.index(app) + 1 :]


@cache
def names_above(app: str) -> frozenset[str]:
    """Addresses and tables, as strings name them."""
    labels = {*above(app)}
    models = [m for m in apps.get_models(include_auto_created=True) if m._meta.app_label in labels]
    tables = {model._meta.db_table for model in models}
    return frozenset(tables | {name for name in url_names() if name.partition(":")[0] in labels})


def named_in(text: str, app: str) -> set[str]:
    """What of the apps above `app` a text names: addresses, tables, modules, models, files of theirs."""
    path = re.compile(rf"\b(?:{'|'.join(above(app))})(?:\.\w+|/[\w/-]+\.\w+)")
    return {*TOKEN.findall(text)} & names_above(app) | set(path.findall(text))


def strings(node: ast.AST) -> Iterator[ast.Constant]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part


def asked_of_django(tree: ast.AST) -> Iterator[ast.Constant]:
    """An app's bare name is a word like another, but not where Django is asked for what it holds."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in ASKS:
            yield from strings(call)


def found_in(source: str, app: str) -> list[str]:
    tree = ast.parse(source)
    found = [
        (string.lineno, name) for string in strings(tree) for name in named_in(string.value, app)
    ]
    found += [(s.lineno, s.value) for s in asked_of_django(tree) if s.value in above(app)]
    return [f"line {line}: {name}" for line, name in sorted(set(found))]


def sources(app: str) -> Iterator[Path]:
    for path in sorted((settings.BASE_DIR / app).rglob("*.py")):
        if "migrations" not in path.parts:
            yield path


@pytest.mark.parametrize("app", LOWER)
def test_no_sql_of_an_app_names_an_app_above(app: str):
    found = {str(path): named_in(path.read_text(), app) for path in sorted(sql_of(app))}

    assert {path: names for path, names in found.items() if names} == {}


def sql_of(app: str) -> Iterator[Path]:
    return (settings.BASE_DIR / app).rglob("*.sql")


@pytest.mark.parametrize("app", LOWER)
def test_no_string_of_an_app_names_an_app_above(app: str):
    found = {str(path): found_in(path.read_text(), app) for path in sources(app)}

    assert {path: names for path, names in found.items() if names} == {}


def owner(template: Path) -> str:
    folder = template.relative_to(settings.BASE_DIR / "templates").parts[0]
    if folder in OF_ACCOUNTS:
        return "accounts"
    return folder if folder in LOWER else "common"


def test_no_template_of_an_app_names_an_app_above():
    found = {
        str(path): named_in(" ".join(TAG.findall(path.read_text())), owner(path))
        for path in sorted((settings.BASE_DIR / "templates").rglob("*.html"))
        if path.parent.name != "desk"
    }

    assert {path: names for path, names in found.items() if names} == {}


def test_the_order_has_every_app_of_ours():
    assert {*ORDER} == {app.label for app in apps.get_app_configs() if is_ours(app.path)}


def is_ours(path: str) -> bool:
    return Path(path).parent == settings.BASE_DIR


@pytest.mark.parametrize(
    "source",
    [
        'redirect("care:client")',
        'TABLE = "care_placement"',
        'get_model("care.Placement")',
        'template = "care/client.html"',
        'import_module("care.models")',
        'get_app_config("care")',
        'rows = "SELECT 1 FROM care_placement WHERE true"',
        'class C:\n    """Filled by care.registration."""',
    ],
)
def test_a_name_in_a_string_is_found(source: str):
    assert found_in(source, "clients")


@pytest.mark.parametrize(
    "source",
    [
        'CARE = "care", _("Layanan")',
        'redirect("clients:list")',
        'words = "care_institution"',
        'words = "They take care. Of everybody."',
    ],
)
def test_a_word_that_is_nobodys_name_is_left_alone(source: str):
    assert found_in(source, "clients") == []
