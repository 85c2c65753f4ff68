"""What the packages of ours may not say at all, read from the source; each exception has a reason."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.architecture.test_scope_walk import APPS, name_of, sources


# By its own words to the database: no scope, no `visible_to`, nobody who escapes what a person typed.
SQL = {"raw", "RawSQL", "extra", "cursor", "execute", "executemany", "send_along"}
SQL_PLACES = ("ops/", "ops/embedded.py")
MAY_ASK_IN_SQL = {
    "common/checks.py": "as whom the site signs in, which no model knows",
    "common/changes.py": "all changes around a person, in one question",
    "common/comparing.py": "the change trail beside the rows it tells of",
    "common/declared.py": "what the models declare, put up after a migrate",
    "common/guests.py": "the policies on what guests write",
    "common/idempotency.py": "takes a key, or says that it is taken, in one statement",
    "common/management/commands/db_roles.py": "the roles",
    "common/management/commands/migrate.py": "takes down and puts up what is declared",
    "common/keeper.py": "whose functions have rights of their own",
    "common/numbering.py": "the next number of a series in one statement",
    "common/postgres/__init__.py": "sends rows along that nobody reads back",
    "common/postgres/base.py": "the connection itself",
    "common/prepared.py": "the questions that the server is told once",
    "common/reading.py": "stands in line behind a lock of the transaction",
    "common/roles.py": "the roles and their rights",
    "common/scope.py": "opens the scope of a transaction",
    "common/sealed/datakeys.py": "the keys of many clients in one statement",
    "common/sealed/marked.py": "seals what a migration has marked, in rows and copies",
    "common/sealing.py": "the trail as it lies in the database, to be sealed",
    "common/sqlfiles.py": "runs the files of `sql/` after a migrate",
    "common/trail.py": "puts up the triggers of the trail",
    "common/verifying.py": "which columns a sealed table has",
    "common/views.py": "is the database there (health)",
    "files/services.py": "writes down what the scanner said, which the site may in no other way",
    "reports/snapshot.py": "one view of the database for a whole report",
    "upkeep/backup/counting.py": "what a database holds, whichever it is",
    "upkeep/backup/making.py": "the moment that a backup is of, outside of Django's connection",
    "upkeep/backup/rehearsing.py": "a database that is made and dropped again",
    "upkeep/backup/restoring.py": "whether a database is empty",
}  # fmt: skip
# Words that switch a defence off, and the files that may say them.
FORBIDDEN = {
    "ignore": "a change that leaves no trace (pgtrigger.ignore)",
    "mark_safe": "a text that is not escaped",
    "SafeText": "a text that is not escaped",
    "csrf_exempt": "a form that any site may send",
    "StreamingHttpResponse": "an answer that is read after its scope has closed",
    "eval": "a text that runs",
    "exec": "a text that runs",
}  # fmt: skip
MAY_SAY = {
    ("atensi/api.py", "csrf_exempt"): "answers that the address is unknown, and does nothing",
    ("desk/guide/topics.py", "mark_safe"): "our own guide, drawn with all HTML of its own switched off",
}  # fmt: skip
# The scope of a transaction is set in one place.
SCOPE_WORDS = re.compile(r"set_config|\b(?:re)?set\s+(?:local\s+|session\s+)?role\b", re.IGNORECASE)
SCOPE_PLACES = {
    "common/scope.py": "that place",
    "common/sealing.py": "how long sealing waits for a lock, and who is its author",
    "upkeep/backup/counting.py": "how the text of a row is written that is counted",
}  # fmt: skip
UNESCAPED = re.compile(r"\|\s*safe(?:seq)?\b|\{%\s*autoescape\s+off")


def ours() -> list[Path]:
    return [path for path in sources("atensi", "common", "ops", *APPS) if "tests" not in path.parts]


def called(node: ast.AST) -> str:
    """The last word of what is called: `a.b.cursor()` is `cursor`."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", "") or getattr(node.func, "id", "")


def said(node: ast.AST) -> Iterator[str]:
    """Every name that is imported, called or reached through a dot."""
    if isinstance(node, ast.ImportFrom | ast.Import):
        yield from (alias.name.rsplit(".", maxsplit=1)[-1] for alias in node.names)
    elif isinstance(node, ast.Attribute):
        holder = getattr(node.value, "id", "")
        if node.attr != "ignore" or holder == "pgtrigger":
            yield node.attr
    elif isinstance(node, ast.Name) and node.id != "ignore":
        yield node.id


def writes_sql(tree: ast.AST) -> list[int]:
    return [node.lineno for node in ast.walk(tree) if called(node) in SQL]  # type: ignore[attr-defined]


def forbidden_in(tree: ast.AST) -> set[str]:
    return {word for node in ast.walk(tree) for word in said(node)} & FORBIDDEN.keys()


def makes_safe(tree: ast.AST) -> list[int]:
    """`SafeString("…")` of anything but nothing: as a type it only tells what a function returns."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if called(node) == "SafeString" and isinstance(node, ast.Call) and node.args
        and getattr(node.args[0], "value", None) != ""
    ]  # fmt: skip


def sets_the_scope(tree: ast.AST) -> list[int]:
    spoken = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and id(node) not in spoken  # a docstring
        and isinstance(node.value, str)
        and SCOPE_WORDS.search(node.value)
    ]


def found(look, *, but: tuple[str, ...] = ()) -> list[str]:
    places = ((name_of(path), look(ast.parse(path.read_text()))) for path in ours())
    return [f"{name}: {what}" for name, what in places if what and not name.startswith(but)]


def test_sql_is_written_in_few_places():
    assert found(writes_sql, but=(*SQL_PLACES, *MAY_ASK_IN_SQL)) == []


@pytest.mark.parametrize(
    ("look", "name"),
    [
        *((writes_sql, name) for name in MAY_ASK_IN_SQL),
        *((sets_the_scope, name) for name in SCOPE_PLACES),
        *((forbidden_in, name) for name, _word in MAY_SAY),
    ],
)
def test_an_exception_is_still_needed(look, name):
    assert look(ast.parse((settings.BASE_DIR / name).read_text()))


def test_no_defence_is_switched_off():
    said_by = {
        (name_of(path), word)
        for path in ours()
        for word in forbidden_in(ast.parse(path.read_text()))
    }

    assert said_by - MAY_SAY.keys() == set()


def test_no_text_is_declared_safe():
    assert found(makes_safe) == []


def test_the_scope_is_set_in_one_place():
    assert found(sets_the_scope, but=(*SCOPE_PLACES, "ops/")) == []


def test_no_template_shows_a_text_unescaped():
    templates = (settings.BASE_DIR / "templates").rglob("*.html")

    assert [name_of(path) for path in templates if UNESCAPED.search(path.read_text())] == []


@pytest.mark.parametrize(
    ("look", "source"),
    [
        (writes_sql, "Client.objects.raw('select 1')"),
        (writes_sql, "Client.objects.extra(where=['1=1'])"),
        (writes_sql, "with connection.cursor() as c: pass"),
        (writes_sql, "send_along('delete from clients_client')"),
        (forbidden_in, "from django.utils.safestring import mark_safe"),
        (forbidden_in, "import pgtrigger\nwith pgtrigger.ignore('x'): pass"),
        (forbidden_in, "from django.views.decorators.csrf import csrf_exempt"),
        (forbidden_in, "http.StreamingHttpResponse(rows)"),
        (makes_safe, "SafeString(text)"),
        (makes_safe, "safestring.SafeString('<b>')"),
        (sets_the_scope, "c.execute(\"select set_config('role', 'x', true)\")"),
        (sets_the_scope, "c.execute('SET LOCAL ROLE app_web')"),
        (sets_the_scope, "c.execute('reset role')"),
    ],
)
def test_the_rule_finds_what_it_is_there_for(look, source):
    assert look(ast.parse(source))


@pytest.mark.parametrize(
    ("look", "source"),
    [
        (writes_sql, "perform(job)"),
        (sets_the_scope, 'def f():\n    "calls set_config"'),
        (forbidden_in, "warnings.ignore('x')"),
        (makes_safe, "def f() -> SafeString: return format_html('{}', x)"),
        (makes_safe, "SafeString('')"),
        (sets_the_scope, "'set the role of a person'"),
    ],
)
def test_what_only_sounds_like_it_passes(look, source):
    assert not look(ast.parse(source))


@pytest.mark.parametrize("template", ["{{ x|safe }}", "{{ x | safe }}", "{% autoescape off %}"])
def test_an_unescaped_text_is_seen(template):
    assert UNESCAPED.search(template)
