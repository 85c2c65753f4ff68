"""Every record of the files routes.py and routes/*.py in the folders of the apps, by the name of its route."""

from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from tests.route import Door, Route


HERE = Path(__file__).parent


def _records() -> Iterator[Route]:
    files = [*HERE.rglob("routes.py"), *HERE.rglob("routes/[!_]*.py")]
    for path in sorted(files):
        name = ".".join(path.relative_to(HERE.parent).with_suffix("").parts)
        yield from import_module(name).ROUTES


RECORDS = tuple(_records())
ROUTES = {record.name: record for record in RECORDS}
DOORS: dict[str, Callable[[], Door]] = {
    name: made for record in RECORDS for name, made in record.doors.items()
}


def route_of(door: str) -> Route:
    return ROUTES[door.partition(" ")[0]]


def named_twice() -> set[str]:
    return {name for name, times in Counter(record.name for record in RECORDS).items() if times > 1}
