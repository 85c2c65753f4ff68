"""Load, serve, measure, print."""

import sys
import time
from collections.abc import Iterator

from django.db import connection
from django.utils import timezone

from atensi.ops.errors import CannotStart
from bench import server, subjects, world
from bench.errors import CannotMeasure
from bench.figures import Figure, table
from bench.measuring import Measuring


def bench(clients: int, *, seconds: float, only: str) -> list[Figure]:
    today = timezone.localdate()
    begun = time.monotonic()
    _say(f"Loading {clients:,} clients ...")
    houses = len(world.load(clients, today))
    spread = f"{clients:,} clients of {houses} institutions, {clients // houses} each"
    _say(f"{spread}: loaded in {time.monotonic() - begun:.0f} s.")
    wanted = [each for each in subjects.subjects(today) if only in each.name]
    try:
        with server.running() as site:
            figures = list(_figures(Measuring(site, seconds), wanted))
    except CannotMeasure as problem:
        raise CannotStart(f"The bench was broken off: {problem}") from problem
    finally:
        connection.close()
    print(f"\n{spread}\n\n{table(figures)}\n", flush=True)
    return figures


def _figures(
    measuring: Measuring, wanted: list[subjects.Page | subjects.Work]
) -> Iterator[Figure]:
    for subject in wanted:
        figure = measuring.of(subject)
        _say(f"  {figure.name}: {figure.rate:.1f} requests/s, {figure.ratio:.2f} of the floor")
        yield figure
    yield measuring.of_the_floor()


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
