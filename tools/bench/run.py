"""Load, serve, measure, print."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.utils import timezone

from ops.errors import CannotStart
from tools.bench import clock, fence, paper, ranking, server, subjects, world
from tools.bench.errors import CannotMeasure
from tools.bench.figures import Figure, table
from tools.bench.measuring import Measuring
from tools.bench.paper import Paper


@dataclass(frozen=True, slots=True)
class Result:
    figures: list[Figure]
    papers: list[Paper]
    fence: list[fence.Cost]
    ranking: ranking.Cost | None


def bench(clients: int, *, seconds: float, only: list[str]) -> Result:
    today = timezone.localdate()
    begun = time.monotonic()
    _say(f"Loading {clients:,} clients ...")
    sites = world.load(clients, today)
    spread = f"{clients:,} clients of {len(sites)} institutions, {clients // len(sites)} each"
    _say(f"{spread}: loaded in {time.monotonic() - begun:.0f} s.")
    scopes = {"report, whole country": "national"}
    scopes["report, institution"] = str(sites[0].institution.pk)
    try:
        chosen = [s for s in subjects.subjects(today) if _any_in(only, s.name)]
        figures = list(_figures(chosen, seconds))
        papers = [
            paper.measure(name, scope) for name, scope in scopes.items() if _any_in(only, name)
        ]
        fenced = fence.costs() if _any_in(only, "fence") else []
        ordered = ranking.cost(today) if _any_in(only, "ranking") else None
    except CannotMeasure as problem:
        raise CannotStart(f"The bench was broken off: {problem}") from problem
    finally:
        connection.close()
    result = Result(figures, papers, fenced, ordered)
    print(f"\n{spread}\n", flush=True)
    _tell(result)
    return result


def _any_in(parts: list[str], name: str) -> bool:
    return any(part in name for part in parts)


def _tell(result: Result) -> None:
    if result.figures:
        print(f"{table(result.figures)}\n", flush=True)
    for each in result.papers:
        print(paper.line(each), flush=True)
    if result.fence:
        print(f"\n{fence.lines(result.fence)}", flush=True)
    if result.ranking:
        print(f"\n{ranking.line(result.ranking)}", flush=True)


def _figures(wanted: list[subjects.Page | subjects.Work], seconds: float) -> Iterator[Figure]:
    if not wanted:
        return
    with clock.running(), server.running() as site:
        measuring = Measuring(site, seconds)
        for subject in wanted:
            figure = measuring.of(subject)
            _say(f"  {figure.name}: {figure.rate:.1f} requests/s, {figure.ratio:.2f} of the floor")
            yield figure
        yield measuring.of_the_floor()


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
