"""Row B1 of the security bar: every route, every role, every relation, every method (docs/security.md).

Besides the statuses of tests/access.toml: nobody is told of others, nobody changes what is theirs, whoever is
shown a person is written down (B7), those who watch write nothing (B4), and nothing ends in an error of ours.
"""

import pytest

from tests.matrix import choosing, table
from tests.matrix.addresses import ROUTES
from tests.matrix.calling import SAFE, WHO, Call, Seen


LINES = table.read()
WATCHING = {"auditor", "officer"}
# What those who only watch leave behind: that they looked, and their own session and account.
TRACES = {"common_readlog", "accounts_session", "usersessions_usersession", "common_idempotencykey"}
OF_ACCOUNTS = ("accounts:", "account_", "mfa_")


def test_every_route_stands_in_the_table():
    assert ROUTES.keys() - {route for route, _method, _relation in LINES} == set()


def test_the_table_names_no_route_that_is_gone():
    assert {route for route, _method, _relation in LINES} - ROUTES.keys() == set()


def test_every_line_has_a_status_for_everybody():
    assert {line for line, statuses in LINES.items() if len(statuses) != len(WHO)} == set()


@pytest.mark.parametrize("name", ROUTES)
def test_everybody_gets_what_the_table_says(caller, name):
    for call in choosing.some(ROUTES[name]):
        judge(call, caller.seen(call))


@pytest.mark.slow
@pytest.mark.parametrize("name", ROUTES)
def test_everybody_gets_what_the_table_says_at_every_relation(caller, name):
    for call in choosing.every(ROUTES[name]):
        judge(call, caller.seen(call))


@pytest.mark.parametrize("name", [n for n in ROUTES if list(choosing.naming_others(ROUTES[n]))])
def test_naming_rows_of_others_reaches_nobody(caller, name, request):
    calls = choosing.naming_others(ROUTES[name])
    whole = request.config.getoption("--all")
    for call in calls if whole else choosing.thinned(calls, 4):
        for seen in caller.seen(call):
            nothing_of_others(call, seen)


def judge(call: Call, found: list[Seen]) -> None:
    expected = table.expected(LINES, call)
    assert joined(found) == expected, f"{call}: {joined(found)}, and the table says {expected}"
    for seen in found:
        nothing_of_others(call, seen)
        whoever_is_shown_is_written_down(call, seen)
        those_who_watch_write_nothing(call, seen)


def joined(found: list[Seen]) -> str:
    return "/".join(seen.status for seen in found)


def nothing_of_others(call: Call, seen: Seen) -> None:
    assert seen.status != "500", f"{call} at {seen.url}"
    assert seen.leaks == set(), f"{call} at {seen.url} told of {seen.leaks}"
    assert seen.foreign == set(), f"{call} at {seen.url} changed {seen.foreign}"


# Drawings: scores of a person, without the name.
NAMELESS = {"screening:trend_chart"}


def whoever_is_shown_is_written_down(call: Call, seen: Seen) -> None:
    """The other way round on pages; an answer of the API may be about a person without naming them."""
    if call.method not in SAFE or seen.status != "200":
        return
    assert seen.shown - seen.logged == set(), f"{call} at {seen.url}: not written down"
    if not call.route.startswith("api:") and call.route not in NAMELESS:
        assert seen.logged - seen.shown == set(), f"{call} at {seen.url}: written down, not shown"


def those_who_watch_write_nothing(call: Call, seen: Seen) -> None:
    if call.who not in WATCHING or call.route.startswith(OF_ACCOUNTS):
        return
    if call.who == "officer" and call.route == "clients:review_emergency":
        return
    assert seen.changed <= TRACES, f"{call} at {seen.url} wrote to {seen.changed - TRACES}"
