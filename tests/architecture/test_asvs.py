"""docs/asvs.md: every requirement of levels 1 and 2 has one row, and what it names is there."""

import re
from typing import NamedTuple

import pytest
from django.conf import settings


ROOT = settings.BASE_DIR
PAGE = ROOT / "docs" / "asvs.md"
# The numbers of ASVS 5.0 at levels 1 and 2: of each section the first so many, unless its others are named.
FIRST = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2,
    "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1,
    "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2,
    "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4,
    "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4,
    "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2,
    "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1,
    "9.1": 3, "9.2": 4,
    "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3,
    "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4,
    "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5,
    "14.1": 2, "14.2": 4, "14.3": 3,
    "15.1": 3, "15.2": 3, "15.3": 7,
    "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3,
    "17.1": 1, "17.2": 4, "17.3": 2,
}  # fmt: skip
NUMBERS = [f"{section}.{last}" for section, most in FIRST.items() for last in range(1, most + 1)]
STATES = {"met", "not applicable", "operator's", "not yet"}
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.+) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w./]+\.py)`")
# Which pages tell an operator what is theirs.
THEIRS = ("yours, “", "operations.md#", "first-day.md")


class Row(NamedTuple):
    number: str
    level: str
    asks: str
    state: str
    told: str


ROWS = [Row(*found) for found in ROW.findall(PAGE.read_text())]


def in_state(state: str) -> list[Row]:
    return [row for row in ROWS if row.state == state]


def test_there_are_253_rows_each_number_once():
    assert len(NUMBERS) == 253
    assert [row.number for row in ROWS] == NUMBERS


def test_every_row_is_in_one_of_the_states():
    assert [row for row in ROWS if row.state not in STATES] == []


def test_what_is_met_names_a_test():
    assert [row.number for row in in_state("met") if not TEST.search(row.told)] == []


@pytest.mark.parametrize("path", sorted(set(TEST.findall(PAGE.read_text()))))
def test_a_named_test_is_there_and_tests_something(path):
    text = (ROOT / path).read_text()

    assert re.search(r"^(async )?def test_|^def judge|^def orders_on", text, re.MULTILINE)


def test_what_is_the_operators_names_the_page_that_says_so():
    silent = [
        row.number for row in in_state("operator's") if not any(to in row.told for to in THEIRS)
    ]

    assert silent == []


def test_what_is_yours_stands_on_the_page_for_operators():
    named = set(re.findall(r"yours, “([^”]+)”", PAGE.read_text()))
    page = (ROOT / "docs" / "operations.md").read_text().partition("## What is yours")[2]

    assert {
        word for word in named if f"| {word} |" not in page and f"### {word}" not in page
    } == set()


def test_what_is_not_met_is_listed_at_the_top_and_nothing_else_is():
    top = PAGE.read_text().partition("## Not yet")[2].partition("\n## ")[0]

    assert re.findall(r"^- \*\*(\S+)\*\*", top, re.MULTILINE) == [
        row.number for row in in_state("not yet")
    ]


def test_the_counts_at_the_top_are_those_of_the_rows():
    told = re.findall(r"(\d+) (met|not applicable|operator's|not yet)", PAGE.read_text())
    counted = {state: len(in_state(state)) for state in STATES}

    assert {state: int(number) for number, state in told} == counted
