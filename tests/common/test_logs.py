"""What a log line may hold."""

import json
import logging
import os
import subprocess
import sys
from io import StringIO

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path

from common.logs import JsonLines, place, told
from common.models import Counter
from tests import people


SECRET = "Rian Saputra 3271011503000004"
log = logging.getLogger("clients.views")


@pytest.fixture
def lines():
    """Everything that is logged, as the production handler writes it."""
    out = StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.addHandler(handler)
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    root.removeHandler(handler)


def test_numbers_are_told_and_words_are_not(lines):
    log.warning("case %s of %s was seen %s times", 412, SECRET, 3)

    assert lines()[0]["message"] == "case 412 of … was seen 3 times"


def test_a_number_as_long_as_an_identity_number_is_a_word(lines):
    log.warning("seen: %s", 3271011503000004)

    assert lines()[0]["message"] == "seen: …"


def test_a_seal_is_told(lines):
    log.warning("seal %s up to %s %s", 3, 412, "a1" * 32, extra={"table": "clients_caseevent"})

    assert lines()[0]["message"] == f"seal 3 up to 412 {'a1' * 32}"
    assert lines()[0]["table"] == "clients_caseevent"


def test_a_template_that_cannot_be_filled_is_told_as_it_is():
    record = logging.LogRecord("clients", logging.INFO, __file__, 1, "at %d", (SECRET,), None)

    assert json.loads(JsonLines().format(record))["message"] == "at %d"


def test_of_strangers_only_the_place_is_told(lines):
    logging.getLogger("weasyprint").warning(f"font of {SECRET} is missing")  # noqa: G004

    assert lines()[0]["message"].startswith("… test_logs:")


def test_only_listed_facts_are_told(lines):
    log.warning("x", extra={"status": 200, "cause": SECRET, "name_of_client": SECRET})

    assert (lines()[0]["status"], lines()[0]["cause"]) == (200, "…")
    assert "Rian" not in json.dumps(lines())


def test_an_exception_is_told_by_its_type_and_its_way(lines):
    try:
        raise ValueError(SECRET) from KeyError(SECRET)
    except ValueError:
        log.exception("broken")

    assert lines()[0]["error"] == "ValueError < KeyError"
    assert lines()[0]["stack"][-1].startswith("tests/common/test_logs.py:")
    assert "Rian" not in json.dumps(lines())


@pytest.mark.django_db
def test_the_databases_code_and_constraint_are_told():
    Counter.objects.create(name="satu")
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        Counter.objects.create(name="satu")

    assert told(caught.value) == "IntegrityError < UniqueViolation 23505 common_counter_pkey"
    assert " " in place(caught.value)


def raises(request):
    raise ValueError(SECRET)


def answers(request, word):
    return HttpResponse(str(request.user.pk))


handler500 = "common.views.server_error"
urlpatterns = [
    path("rusak/", raises, name="rusak"),
    path("baik/<slug:word>/", answers, name="baik"),
]


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_a_request_is_one_line_without_its_address(lines):
    ani, browser = people.ani(), Client()
    browser.force_login(ani)

    answer = browser.get("/baik/rian/?q=rian")

    (line,) = [line for line in lines() if line["message"] == "answered"]
    assert (line["route"], line["user"]) == ("baik", ani.pk)
    assert (line["method"], line["status"]) == ("GET", 200)
    assert line["request"] == answer["X-Request-ID"]
    assert "rian" not in json.dumps(line)


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_a_failure_and_its_request_find_each_other(lines):
    browser = Client(raise_request_exception=False)
    browser.force_login(people.ani())

    answer = browser.get("/rusak/?q=rian")

    about = [line for line in lines() if line["request"] == answer["X-Request-ID"]]
    assert {line["level"] for line in about} == {"ERROR", "INFO"}
    assert any(line.get("error") == "ValueError" for line in about)
    assert "rian" not in json.dumps(lines()).lower()


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_a_refusal_and_its_request_find_each_other(lines):
    browser = Client()
    browser.force_login(people.ani())

    answer = browser.get("/tidak-ada/rian/")

    assert [line["level"] for line in lines()] == ["INFO", "WARNING"]
    assert {line["request"] for line in lines()} == {answer["X-Request-ID"]}
    assert "rian" not in json.dumps(lines())


@pytest.mark.parametrize("name", ["django", "django.server", "gunicorn.error", "gunicorn.access"])
def test_nobody_writes_beside_the_one_handler(name):
    """Django would mail an error's page to the administrators, gunicorn would write addresses."""
    logger = logging.getLogger(name)

    assert logger.handlers == []
    assert logger.propagate


def test_the_worker_speaks_the_same_way():
    program = (
        "from atensi.celery import app; app.log.setup('INFO');"
        "import logging; logging.getLogger('celery').error('of %s', 'Rian')"
    )

    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=settings.BASE_DIR,
        env=os.environ,
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stderr)["message"] == "of …"


@pytest.mark.django_db
def test_the_embedded_server_writes_no_statement_that_failed():
    shown = []
    with connection.cursor() as cursor:
        for name in (
            "log_min_messages",
            "log_min_error_statement",
            "log_error_verbosity",
            "log_statement",
        ):
            cursor.execute(f"SHOW {name}")
            shown.append(cursor.fetchone()[0])

    assert shown == ["log", "panic", "terse", "none"]
