"""Nobody waits for ever: what the database cuts short becomes a sentence and a time to come back."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import ProgrammingError, connection, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from common.models import Counter
from common.views import server_error


def asks(*statements: str):
    @login_not_required
    def view(request):
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        return HttpResponse()

    return view


TAKE = "SELECT 1 FROM common_counter FOR UPDATE"
handler500 = "common.views.server_error"
urlpatterns = [
    path("lama/", asks("SET LOCAL statement_timeout = '50ms'", "SELECT pg_sleep(5)")),
    path("terkunci/", asks("SET LOCAL lock_timeout = '50ms'", TAKE)),
    path("keliru/", asks("SELECT nothing FROM nowhere")),
]
pages_of_this_file = override_settings(ROOT_URLCONF=__name__)


@pytest.fixture
def browser():
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pages_of_this_file
def test_a_question_that_takes_too_long_is_cut_short(browser):
    answer = browser.get("/lama/")

    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "Jawaban terlalu lama" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
@pages_of_this_file
def test_a_row_that_somebody_else_holds_is_not_waited_for(browser):
    Counter.objects.create(name="x")
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute(TAKE)
        answer = browser.get("/terkunci/")
    other.close()

    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "Data sedang dipakai" in answer.content.decode()
    assert browser.get("/terkunci/").status_code == 200


@pytest.mark.django_db
def test_what_the_database_does_not_allow_is_a_403():
    """Outside every scope; inside one it is a 404 (accounts/middleware.py)."""
    request = RequestFactory().get("/")
    try:
        asks("SET LOCAL ROLE pg_monitor", TAKE)(request)
    except ProgrammingError:
        answer = server_error(request)

    assert answer.status_code == 403
    assert "di luar wewenang" in answer.content.decode()


@pytest.mark.django_db
@pages_of_this_file
def test_a_mistake_in_a_statement_stays_our_mistake(browser):
    assert browser.get("/keliru/").status_code == 500


SHOW = """
import {door}, django
django.setup()
from django.db import connection
with connection.cursor() as cursor:
    for name in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"):
        cursor.execute("SHOW " + name)
        print(cursor.fetchone()[0])
"""


@pytest.mark.parametrize(("door", "patience"), [("atensi.wsgi", "10s"), ("atensi.celery", "5min")])
def test_the_site_is_less_patient_than_the_worker(door, patience):
    done = subprocess.run(
        [sys.executable, "-c", SHOW.format(door=door)],
        cwd=settings.BASE_DIR,
        env=os.environ,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == [patience, "5s", "30s"]


def test_a_task_has_no_longer_than_its_longest_statement():
    assert settings.CELERY_TASK_TIME_LIMIT <= 300
