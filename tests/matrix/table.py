"""tests/access.toml, read: which status every caller gets at every route, for every relation and method.

A line is `"METHOD… relation…" = "one status for each of WHO"`; without relations it holds for all of them.
"in" means: sent to the sign-in page. A route with several forms has its statuses joined by "/".
"""

import tomllib
from pathlib import Path

from tests.matrix.addresses import ROUTES
from tests.matrix.calling import METHODS, WHO, Call


FILE = Path(__file__).parent.parent / "access.toml"


def read() -> dict[tuple[str, str, str], list[str]]:
    """(route, method, relation) -> the statuses of WHO, in their order."""
    found = {}
    for route, lines in tomllib.loads(FILE.read_text()).items():
        for line, statuses in lines.items():
            given = line.split()
            methods = [word for word in given if word in METHODS]
            relations = [word for word in given if word not in METHODS] or ROUTES[route].relations
            for method in methods:
                for relation in relations:
                    found[route, method, relation] = statuses.split()
    return found


def expected(table: dict[tuple[str, str, str], list[str]], call: Call) -> str:
    return table[call.route, call.method, call.relation][WHO.index(call.who)]
