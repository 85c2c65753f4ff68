"""script/bench as a whole, as small as it gets: what it loads holds together, and what it prints can be read."""

import json
import os
import subprocess
import sys

import psycopg2
import pytest
from django.conf import settings

from bench.database import NAME
from bench.middleware import Tally


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """200 clients, one page, a fraction of a second."""
    figures = tmp_path_factory.mktemp("bench") / "figures.json"
    command = "-m bench 200 --seconds 0.3 --only institution --json".split()
    process = subprocess.run(
        [sys.executable, *command, str(figures)],
        env=os.environ | {"PYTHONWARNINGS": "default"},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert process.returncode == 0, process.stderr
    return process, json.loads(figures.read_text())["200"]


def test_the_page_is_measured_beside_the_floor(run):
    _process, result = run

    page, floor = result["figures"]

    assert (page["name"], floor["name"]) == ("client list, institution", "floor")
    assert page["rate"] > 0
    assert 0 < page["ratio"] < 1
    assert floor["ratio"] == 1


def test_the_list_keeps_to_twelve_queries(run):
    _process, result = run

    assert floor_queries(result) < result["figures"][0]["queries"] <= 12


def floor_queries(result) -> int:
    return result["figures"][1]["queries"]


def test_the_months_report_is_made_and_weighed(run):
    _process, result = run

    (paper,) = result["papers"]

    assert paper["kilobytes"] > 10
    assert paper["peak_mb"] > 50


def test_the_output_says_how_the_clients_are_spread(run):
    process, _result = run

    assert "200 clients of 2 institutions, 100 each" in process.stdout


def test_nothing_is_left_on_the_server(run):
    with psycopg2.connect(os.environ["DATABASE_URL"]) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_database WHERE datname = %s", [NAME])

        assert cursor.fetchone() == (0,)
