"""Row B1 of the security bar: every route, every role, every relation, every method (docs/security.md).

Besides the statuses of the records: nobody is told of others, nobody changes what is theirs, whoever is shown a
person is written down (B7), those who watch write nothing (B4), no page asks too much (B23), and nothing ends in an
error of ours.
"""

import pytest

from tests.matrix import choosing
from tests.matrix.calling import Call, Seen
from tests.matrix.judges import JUDGES, nothing_of_others
from tests.registry import ROUTES


@pytest.mark.parametrize("name", ROUTES)
def test_everybody_gets_what_the_record_says(caller, name):
    for call in choosing.some(ROUTES[name]):
        judge(call, caller.seen(call))


@pytest.mark.slow
@pytest.mark.parametrize("name", ROUTES)
def test_everybody_gets_what_the_record_says_at_every_relation(caller, name):
    """What the one above leaves to turns: every caller by every method, at every relation that a method looks at."""
    for call in choosing.every(ROUTES[name]):
        judge(call, caller.seen(call))


@pytest.mark.parametrize("name", [n for n in ROUTES if list(choosing.naming_others(ROUTES[n]))])
def test_naming_rows_of_others_reaches_nobody(caller, name, request):
    """A form that names no row has nothing to be tried."""
    calls = [c for c in choosing.naming_others(ROUTES[name]) if caller.names_others(c)]
    whole = request.config.getoption("--all")
    for call in calls if whole else choosing.thinned(calls, 4):
        for seen in caller.seen(call):
            nothing_of_others(call, seen)


def judge(call: Call, found: list[Seen]) -> None:
    record = ROUTES[call.route]
    for form, seen in enumerate(found):
        expected = record.expected(call.method, call.relation, call.who, form)
        assert seen.status == expected, (
            f"{call}: {seen.status}, and the record says {expected} ({seen.url})"
        )
        for held in JUDGES:
            held(call, seen)
