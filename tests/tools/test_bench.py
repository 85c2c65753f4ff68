"""script/bench as a whole, as small as it gets: what it loads holds together, what it prints can be read."""

import json
import os
import subprocess
import sys
import time

import psycopg2
import pytest
from django.conf import settings

from tools.bench.database import NAME


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    """200 clients and a fraction of a second on the subjects with `only` in their name."""

    def run(only: str) -> dict:
        file = tmp_path_factory.mktemp("bench") / "figures.json"
        options = ["200", "--seconds", "0.3", "--only", only, "--json", str(file)]
        done = subprocess.run(
            [sys.executable, "-m", "tools.bench", *options],
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return {"printed": done.stdout, **json.loads(file.read_text())["200"]}

    return run


@pytest.fixture(scope="module")
def of_the_list(bench):
    return bench("list, institution")


def test_the_page_is_measured_beside_the_floor(of_the_list):
    page, floor = of_the_list["figures"]

    assert (page["name"], floor["name"]) == ("client list, institution", "floor")
    assert page["rate"] > 0
    assert page["ratio"] > 0
    assert floor["ratio"] == 1


def test_the_list_keeps_to_seven_queries_of_which_the_floor_has_two(of_the_list):
    page, floor = of_the_list["figures"]

    assert floor["queries"] == 2
    assert 2 < page["queries"] <= 7


def test_the_output_says_how_the_clients_are_spread(of_the_list):
    assert "200 clients of 2 institutions, 100 each" in of_the_list["printed"]


def test_nothing_is_left_on_the_server(of_the_list):
    # Another test process may be measuring at this moment; when it is done, it is gone too.
    deadline = time.monotonic() + 60
    while _left_behind() and time.monotonic() < deadline:
        time.sleep(0.5)

    assert not _left_behind()


@pytest.mark.slow
def test_an_intake_and_a_screening_are_walked_to_their_end(bench):
    intake, _floor = bench("intake")["figures"]
    screening, _floor = bench("screening")["figures"]

    assert 3 < intake["requests"] < 10
    assert 10 < screening["requests"] < 40


@pytest.mark.slow
def test_the_months_report_is_made_and_weighed(bench):
    (paper,) = bench("report, institution")["papers"]

    assert paper["kilobytes"] > 10
    assert paper["seconds"] > 0


def _left_behind() -> bool:
    with psycopg2.connect(os.environ["DATABASE_URL"]) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_database WHERE datname = %s", [NAME])
        return cursor.fetchone() != (0,)


@pytest.mark.slow
def test_500_institutions_are_ranked_in_one_query_and_one_for_the_needs(bench):
    found = bench("ranking")

    assert found["ranking"]["candidates"] == found["ranking"]["institutions"] == 500
    assert found["ranking"]["queries"] == 2
    assert "ranking: 500 institutions" in found["printed"]


@pytest.mark.slow
def test_what_the_fence_costs_is_weighed_question_by_question(bench):
    printed = bench("fence")["printed"]

    assert "search by name, institution" in printed
    assert "file with its timeline" in printed
