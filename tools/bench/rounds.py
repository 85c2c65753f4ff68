"""Rounds of load: some seconds of everybody asking at once, and what it cost."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain, cycle
from typing import TypeAlias

from tools.bench.browser import Browser
from tools.bench.errors import CannotMeasure
from tools.bench.lines import Line, Visitor, ask_until
from tools.bench.server import Server


CONNECTIONS = 8
# More than enough for each worker to pick up its share.
MOST_TRIES = 200
HEALTH = Visitor("", ()).request("/kesehatan/")

Journey: TypeAlias = Callable[[Browser], None]


@dataclass(frozen=True, slots=True)
class Round:
    seconds: float
    requests: int
    latencies: list[float]
    """Of each page, or of each whole journey."""
    cpu_seconds: float

    @property
    def rate(self) -> float:
        return self.requests / self.seconds

    @property
    def cpu_ms(self) -> float:
        return 1000 * self.cpu_seconds / max(self.requests, 1)


def of_pages(server: Server, visitors: list[Visitor], seconds: float) -> Round:
    with _lines(server) as lines:
        deadline = time.perf_counter() + seconds
        jobs = [
            lambda line=line, visitor=visitor: [
                (latency, 1) for latency in ask_until(line, visitor, deadline)
            ]
            for line, visitor in zip(lines, cycle(visitors), strict=False)
        ]
        return _all_at_once(server, jobs)


def of_journeys(server: Server, errands: Iterator[tuple[str, Journey]], seconds: float) -> Round:
    """Each errand once: a session's cookie and what to do with it. The round ends early without errands."""
    deadline = time.perf_counter() + seconds

    def work() -> Iterator[tuple[float, int]]:
        while time.perf_counter() < deadline and (errand := next(errands, None)):
            cookie, journey = errand
            browser = Browser(server, cookie)
            begun = time.perf_counter()
            journey(browser)
            yield time.perf_counter() - begun, browser.requests
            browser.close()

    return _all_at_once(server, [lambda: list(work())] * CONNECTIONS)


def _all_at_once(server: Server, jobs: Iterable[Callable[[], list[tuple[float, int]]]]) -> Round:
    cpu, begun = server.cpu_seconds(), time.perf_counter()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        done = [each for job in [pool.submit(job) for job in jobs] for each in job.result()]
    seconds = time.perf_counter() - begun
    return Round(
        seconds=seconds,
        requests=sum(requests for _latency, requests in done),
        latencies=[latency for latency, _requests in done],
        cpu_seconds=max(0.0, server.cpu_seconds() - cpu),
    )


@contextmanager
def _lines(server: Server) -> Iterator[list[Line]]:
    """Equally many connections to each worker: who accepts what is chance, and would be half the noise."""
    share = CONNECTIONS // len(server.workers())
    held: dict[int, list[Line]] = defaultdict(list)
    with ExitStack() as spare, ExitStack() as kept:
        for _ in range(MOST_TRIES):
            line = Line(server)
            line.ask(HEALTH)
            is_wanted = len(held[line.worker]) < share
            (kept if is_wanted else spare).callback(line.close)
            if is_wanted:
                held[line.worker].append(line)
            if sum(map(len, held.values())) == CONNECTIONS:
                break
        else:
            raise CannotMeasure("One worker takes all connections.")
        spare.close()  # a worker would hold them open until it tires of them
        yield list(chain.from_iterable(held.values()))
