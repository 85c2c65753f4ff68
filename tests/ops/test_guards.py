"""The guards guard: each of them fails on the thing it is there for."""

import socket

import pytest
from django.conf import settings
from django.template import Context, Template
from django.template.base import Origin

from tests.guards.html import Fault, inspect
from tests.guards.templates import MissingVariable


def render(source: str, *, ours: bool = True) -> str:
    folder = settings.BASE_DIR / "templates" if ours else settings.BASE_DIR / "site-packages"
    return Template(source, origin=Origin(str(folder / "example.html"))).render(
        Context({"known": "x"})
    )


@pytest.mark.parametrize(
    "html",
    [
        '<p style="color: red">',
        "<style>p {color: red}</style>",
        '<button onclick="go()">',
        "<script>go()</script>",
        '<form method="post"><input name="nik"></form>',
    ],
)
def test_html_that_the_policy_would_refuse_fails(html):
    with pytest.raises(Fault):
        inspect(html)


@pytest.mark.parametrize(
    "html",
    [
        '<p class="text-danger" data-on="1">',
        '<script type="module" src="/static/atensi/js/main.js"></script>',
        '<script type="application/json">{"a": 1}</script>',
        '<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="x"></form>',
        '<form method="get"><input name="q"></form>',
    ],
)
def test_html_that_keeps_to_the_policy_passes(html):
    inspect(html)


def test_a_variable_nobody_gave_fails():
    with pytest.raises(MissingVariable, match="cleint"):
        render("{{ cleint.name }}")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ known }}", "x"),
        ("{{ unknown|default:'nothing' }}", "nothing"),
        ("{{ unknown|default:known }}", "x"),
        ("{% if unknown %}a{% else %}b{% endif %}", "b"),
    ],
)
def test_a_template_that_expects_a_gap_passes(source, shown):
    assert render(source) == shown


def test_templates_of_others_may_have_gaps():
    assert render("[{{ unknown }}]", ours=False) == "[]"


def test_another_machine_cannot_be_reached():
    with socket.socket() as line, pytest.raises(AssertionError, match="this machine"):
        line.connect(("192.0.2.1", 80))
