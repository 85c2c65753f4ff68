"""The guards guard: each of them fails on the thing it is there for."""

import socket

import pytest
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.template import Context, Template
from django.template.base import Origin
from django.urls import path

from common.enums import ReadAction
from common.models import Counter
from common.reading import log_read
from tests import people
from tests.guards.html import Fault, inspect
from tests.guards.templates import MissingVariable
from tests.guards.writes import WroteOnRead


@login_not_required
def count_visits(request):
    Counter.objects.create(name="visits")
    return HttpResponse("ok")


@login_not_required
def look(request):
    log_read(int(request.GET["reader"]), ReadAction.OPEN, [1])
    return HttpResponse("ok")


urlpatterns = [path("visits/", count_visits), path("look/", look)]


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


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_get_that_writes_fails(client):
    with pytest.raises(WroteOnRead, match="common_counter"):
        client.get("/visits/")


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_post_may_write(client):
    assert client.post("/visits/").content == b"ok"


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_get_may_say_who_looked(client):
    assert client.get("/look/", {"reader": people.ani().pk}).content == b"ok"
