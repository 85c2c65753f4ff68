"""Wild questions in the address of a list narrow nothing, tell nothing of others and break nothing."""

from urllib.parse import urlencode
from zlib import crc32

import pytest

from tests.doors.wild import WILD
from tests.matrix.addresses import relations
from tests.matrix.calling import Call
from tests.matrix.judges import TRACES, nothing_of_others
from tests.registry import ROUTES


ASKED = [name for name, record in ROUTES.items() if record.asked]


def questions(name, who, *, whole):
    """A third of them, others for each page and person; all of them with `--all`."""
    every = [dict.fromkeys(ROUTES[name].asked.split(), value) for value in WILD.values()]
    chosen = every if whole else every[crc32(f"{name}{who}".encode()) % 3 :: 3]
    twice = {question: ["zzz", "\x00"] for question in ROUTES[name].asked.split()}
    return [f"?{urlencode(asked, doseq=True)}" for asked in (*chosen, twice)]


@pytest.mark.parametrize("who", ["worker", "manager", "ministry", "auditor"])
@pytest.mark.parametrize("name", ASKED)
def test_wild_questions_are_answered_or_refused(caller, name, who, request):
    whole = request.config.getoption("--all")
    for asked in questions(name, who, whole=whole):
        call = Call(name, "GET", relations(ROUTES[name])[0], who, asked=asked)
        for seen in caller.seen(call):
            assert seen.status in {"200", "302", "403", "404"}, call
            assert seen.changed <= TRACES, call
            nothing_of_others(call, seen)
