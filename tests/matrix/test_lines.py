"""Each line of who sees what holds alone, and without both of them this test sees people everywhere (its teeth)."""

from collections.abc import Iterator

import pytest

from tests.matrix import choosing, lines
from tests.matrix.calling import Caller, Seen
from tests.matrix.choosing import ABOUT_PEOPLE
from tests.matrix.words import PEOPLE
from tests.registry import ROUTES


# Of each route's calls with one line away, every day and each night.
PER_ROUTE, NIGHTLY = 2, 16
# Behind some a right is asked for as well, or they show codes alone: there a row of others is found, not shown.
FOUND_ONLY = [name for name in ABOUT_PEOPLE if ROUTES[name].found_only]
SHOWING = [n for n in ABOUT_PEOPLE if not (ROUTES[n].found_only or ROUTES[n].blind)]
HIDES = {"404", "405", "in"}


def people_met(seen: Seen) -> set[str]:
    """Institutions have words too, but stand behind the first line alone: there is no person in them."""
    return {of for of in seen.leaks if of in PEOPLE} | {
        of for of in seen.foreign if "institution" not in of
    }


@pytest.mark.parametrize("away", [lines.fence_down, lines.everything_visible])
@pytest.mark.parametrize("name", ABOUT_PEOPLE)
def test_one_line_alone_holds(caller, name, away, request):
    calls = [
        call
        for call in choosing.with_one_line(ROUTES[name])
        if not call.named or caller.names_others(call)
    ]
    most = NIGHTLY if request.config.getoption("--all") else PER_ROUTE
    chosen = choosing.thinned(calls, most, turn=away.__name__)
    with away():
        for call in chosen:
            for seen in caller.seen(call):
                assert people_met(seen) == set(), f"{call} at {seen.url}"


@pytest.mark.parametrize("name", SHOWING)
def test_without_both_lines_people_are_met(caller, name):
    with lines.both_away():
        assert any(people_met(seen) for seen in _foreign_looks(caller, name))


@pytest.mark.parametrize("name", FOUND_ONLY)
def test_without_both_lines_rows_of_others_are_found(caller, name):
    with lines.both_away():
        assert any(seen.status not in HIDES for seen in _foreign_looks(caller, name))


def _foreign_looks(caller: Caller, name: str) -> Iterator[Seen]:
    for call in choosing.with_one_line(ROUTES[name]):
        if call.who in {"supervisor", "key", "manager"} and not call.named:
            yield from caller.seen(call)
