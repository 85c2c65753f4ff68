"""Load, serve, measure, print."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.utils import timezone

from atensi.ops.errors import CannotStart
from bench import fence, paper, server, subjects, world
from bench.errors import CannotMeasure
from bench.figures import Figure, table
from bench.measuring import Measuring
from bench.paper import Paper


@dataclass(frozen=True, slots=True)
class Result:
    figures: list[Figure]
    papers: list[Paper]
    fence: list[fence.Cost]


def bench(clients: int, *, seconds: float, only: str) -> Result:
    today = timezone.localdate()
    begun = time.monotonic()
    _say(f"Loading {clients:,} clients ...")
    houses = world.load(clients, today)
    spread = f"{clients:,} clients of {len(houses)} institutions, {clients // len(houses)} each"
    _say(f"{spread}: loaded in {time.monotonic() - begun:.0f} s.")
    scopes = {"report, whole country": "national"}
    scopes["report, institution"] = str(houses[0].institution.pk)
    try:
        figures = list(_figures([s for s in subjects.subjects(today) if only in s.name], seconds))
        papers = [paper.measure(name, scope) for name, scope in scopes.items() if only in name]
        fenced = fence.costs() if only in "fence" else []
    except CannotMeasure as problem:
        raise CannotStart(f"The bench was broken off: {problem}") from problem
    finally:
        connection.close()
    print(f"\n{spread}\n", flush=True)
    if figures:
        print(f"{table(figures)}\n", flush=True)
    for each in papers:
        print(paper.line(each), flush=True)
    if fenced:
        print(f"\n{fence.lines(fenced)}", flush=True)
    return Result(figures, papers, fenced)


def _figures(wanted: list[subjects.Page | subjects.Work], seconds: float) -> Iterator[Figure]:
    if not wanted:
        return
    with server.running() as site:
        measuring = Measuring(site, seconds)
        for subject in wanted:
            figure = measuring.of(subject)
            _say(f"  {figure.name}: {figure.rate:.1f} requests/s, {figure.ratio:.2f} of the floor")
            yield figure
        yield measuring.of_the_floor()


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
