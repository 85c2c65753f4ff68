"""Line 1 of who sees what, read from the source: whoever asks for rows about people asks as somebody.

And house rule 8: the interface reads the clock, nobody below it does.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from clients.models import Client


APPS = (
    "accounts",
    "clients",
    "safety",
    "screening",
    "care",
    "reports",
    "exports",
    "desk",
    "partners",
    "regions",
    "upkeep",
    "files",
)
INTERFACE = ("views", "overview", "shared", "finding", "forms", "filters", "tasks", "api")
# Questions without `visible_to` in the interface: (file, function) -> why nobody sees more by them.
UNSCOPED = {
    ("care/aftercare/views/outcomes.py", "interview_or_404"): "the same rows are asked of `visible_or_404` as somebody",
    ("care/shared/opioids.py", "uses_opioids"): "a yes or no about the person of a case that was found as somebody",
    ("care/placement/views/requests.py", "_waits_for_a_place"): "a yes or no about a case that was found through visible_to",
    ("clients/services/finding.py", "_next_batch"): "everybody, for the operator's command; nothing of them is shown",
    ("clients/views/rows.py", "_of_cases"): "the columns of ids that a list found through visible_to",
}  # fmt: skip
CLOCKS = {"now", "today", "localdate", "localtime", "utcnow", "time", "monotonic"}
CLOCK_HOLDERS = {"timezone", "date", "datetime", "dt", "time"}
# Who may ask what time it is: HTTP in, background work in, the terminal in.
TELLS_THE_TIME = (
    "views",
    "overview",
    "shared",
    "finding",
    "api",
    "tasks",
    "management",
    "demonstration",
    "middleware",
    "admin",
    "gates",
    "reauth",
    "signals",
)
OWN_CLOCK = {
    "accounts/adapter.py": "the door, which allauth calls without a time",
    "common/bell.py": "how long ago the queue failed, in this process",
    "upkeep/backup/making.py": "how long the file of seals is waited for",
    "regions/known.py": "how old what this process knows has become",
}


def sources(*folders: str) -> list[Path]:
    found = [p for folder in folders for p in (settings.BASE_DIR / folder).rglob("*.py")]
    return [p for p in found if "migrations" not in p.parts]


def name_of(path: Path) -> str:
    return path.relative_to(settings.BASE_DIR).as_posix()


def stands_in(path: Path, places: tuple[str, ...]) -> bool:
    return bool({*path.relative_to(settings.BASE_DIR).parts, path.stem} & set(places))


@cache
def about_people() -> frozenset[str]:
    """Clients, whatever has a way to one through foreign keys, and whatever says who may see it."""
    people = {Client}
    while True:
        more = {
            model
            for model in apps.get_models()
            if any(
                f.many_to_one or f.one_to_one
                for f in model._meta.fields
                if f.related_model in people
            )
        }
        if more <= people:
            break
        people |= more
    scoped = {m for m in apps.get_models() if hasattr(m._default_manager, "visible_to")}
    return frozenset(model.__name__ for model in people | scoped)


class Questions(ast.NodeVisitor):
    """Every `Model.objects…` of a file that is not asked as somebody, with the function it stands in."""

    def __init__(self, tree: ast.AST) -> None:
        self.parents = {
            child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)
        }
        self.unscoped = [
            self.function_of(node) for node in ast.walk(tree) if self.is_unscoped(node)
        ]

    def is_unscoped(self, node: ast.AST) -> bool:
        if not (isinstance(node, ast.Attribute) and node.attr == "objects"):
            return False
        if not (isinstance(node.value, ast.Name) and node.value.id in about_people()):
            return False
        words, top = self.chain(node)
        return not ({"visible_to", "none"} & set(words) or self.is_handed_to_a_scope(top))

    def chain(self, node: ast.AST) -> tuple[list[str], ast.AST]:
        """The methods called on a manager, and the whole expression."""
        words: list[str] = []
        parent = self.parents[node]
        while isinstance(parent, ast.Attribute) or (
            isinstance(parent, ast.Call) and parent.func is node
        ):
            words += [parent.attr] if isinstance(parent, ast.Attribute) else []
            node, parent = parent, self.parents[parent]
        return words, node

    def is_handed_to_a_scope(self, node: ast.AST) -> bool:
        """`visible_or_404(rows, …)`, directly or through a name."""
        parent = self.parents[node]
        if isinstance(parent, ast.Call):
            called = getattr(parent.func, "id", "")
            return called == "visible_or_404" or (
                called == "with_look" and self.is_handed_to_a_scope(parent)
            )
        if isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Name):
            name, uses = parent.targets[0].id, list(ast.walk(self.parents[parent]))
            return any(
                isinstance(use, ast.Call)
                and getattr(use.func, "id", "") == "visible_or_404"
                and any(isinstance(given, ast.Name) and given.id == name for given in use.args)
                for use in uses
            )
        return False

    def function_of(self, node: ast.AST) -> str:
        while not isinstance(node, ast.FunctionDef | ast.Module):
            node = self.parents[node]
        return getattr(node, "name", "")


def unscoped_questions() -> Iterator[tuple[str, str]]:
    for path in sources(*APPS):
        if stands_in(path, INTERFACE):
            for function in Questions(ast.parse(path.read_text())).unscoped:
                yield name_of(path), function


def test_rows_about_people_are_asked_for_as_somebody():
    assert set(unscoped_questions()) == UNSCOPED.keys()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def f(): return Client.objects.all()", 1),
        ("def f(): return FamilyContact.objects.get(pk=1)", 1),
        ("def f(u): return Client.objects.select_related('x').visible_to(u).first()", 0),
        ("def f(u): return visible_or_404(Case.objects.all(), u, pk=1)", 0),
        ("def f(u):\n rows = Case.objects.all()\n return visible_or_404(rows, u, pk=1)", 0),
        ("def f(u):\n rows = with_look(Case.objects.all(), u)\n return visible_or_404(rows, u)", 0),
        ("def f(u): return with_look(Case.objects.all(), u)", 1),
        ("def f(u):\n rows = Case.objects.all()\n return rows", 1),
        ("def f(): return Province.objects.all()", 0),
    ],
)
def test_the_walk_finds_what_it_is_there_for(source, found):
    assert len(Questions(ast.parse(source)).unscoped) == found


def looks_at_the_clock(tree: ast.AST) -> Iterator[int]:
    """`timezone.now()` and its kin without an argument; `localdate(at)` only turns a moment into a day."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and not node.args and not node.keywords):
            continue
        called = node.func
        if isinstance(called, ast.Name) and called.id in {"localdate", "localtime", "now"}:
            yield node.lineno
        elif isinstance(called, ast.Attribute) and called.attr in CLOCKS:
            holder = (
                called.value.attr
                if isinstance(called.value, ast.Attribute)
                else getattr(called.value, "id", "")
            )
            if holder in CLOCK_HOLDERS:
                yield node.lineno


def test_nobody_below_the_interface_reads_the_clock():
    found = [
        f"{name_of(path)}:{line}"
        for path in sources(*APPS, "common")
        if not stands_in(path, TELLS_THE_TIME) and name_of(path) not in OWN_CLOCK
        for line in looks_at_the_clock(ast.parse(path.read_text()))
    ]

    assert found == []


@pytest.mark.parametrize(
    "source", ["timezone.now()", "date.today()", "dt.datetime.now()", "localdate()", "time.time()"]
)
def test_a_look_at_the_clock_is_seen(source):
    assert list(looks_at_the_clock(ast.parse(source)))


@pytest.mark.parametrize(
    "source", ["timezone.localdate(at)", "Now()", "case.now()", "localdate(moment)"]
)
def test_what_only_sounds_like_a_clock_passes(source):
    assert not list(looks_at_the_clock(ast.parse(source)))
