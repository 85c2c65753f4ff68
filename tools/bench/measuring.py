"""One subject after another, each round of it just behind a round of the floor."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from statistics import median

from tools.bench.browser import Browser
from tools.bench.figures import Cost, Figure, figure
from tools.bench.lines import QUERIES, Line, Visitor
from tools.bench.rounds import Round, of_journeys, of_pages
from tools.bench.server import Server
from tools.bench.subjects import Errands, Page, Work, floor


ROUNDS = 4
SHORTEST_ROUND = 0.05
ALONE = 15
WARM_UPS = 3


@dataclass
class Measuring:
    server: Server
    seconds: float
    """Of each subject, and as many again of the floor."""
    floors: list[Round] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._ground = floor().visitors()
        self._floor_cost = _cost_of_page(self.server, self._ground)
        self._each = max(self.seconds / ROUNDS, SHORTEST_ROUND)

    def of(self, subject: Page | Work) -> Figure:
        cost, rounds_of = self._prepare(subject)
        floors, rounds = [], []
        for _ in range(ROUNDS):
            before = of_pages(self.server, self._ground, self._each)
            done = rounds_of(self._each)
            if not done.latencies:
                break  # everybody who waited for a screening has had one
            floors.append(before)
            rounds.append(done)
        self.floors += floors
        return figure(subject.name, rounds, floors, cost, self.server.memory())

    def of_the_floor(self) -> Figure:
        """From all its rounds, at the end."""
        return figure("floor", self.floors, self.floors, self._floor_cost, self.server.memory())

    def _prepare(self, subject: Page | Work) -> tuple[Cost, Callable[[float], Round]]:
        if isinstance(subject, Page):
            visitors = subject.visitors()
            return _cost_of_page(self.server, visitors), partial(of_pages, self.server, visitors)
        errands = subject.errands()
        return _cost_of_work(self.server, errands), partial(of_journeys, self.server, errands)


def _cost_of_page(server: Server, visitors: list[Visitor]) -> Cost:
    line = Line(server)
    queries = []
    for visitor in visitors:
        for path in visitor.paths[:WARM_UPS]:
            line.ask(visitor.request(path))
            head = line.ask(visitor.request(path, counted=True))
            found = QUERIES.search(head)
            queries.append(int(found[1]) if found else 0)
    requests = [visitors[0].request(visitors[0].paths[0])] * ALONE
    cost = Cost(1000 * median(_timed(line, request) for request in requests), 1, max(queries))
    line.close()
    return cost


def _timed(line: Line, request: bytes) -> float:
    begun = time.perf_counter()
    line.ask(request)
    return time.perf_counter() - begun


def _cost_of_work(server: Server, errands: Errands) -> Cost:
    """The second time: the first one loads templates and forms."""
    for _ in range(2):
        cookie, journey = next(errands)
        browser = Browser(server, cookie)
        begun = time.perf_counter()
        journey(browser)
        ms = 1000 * (time.perf_counter() - begun)
        browser.close()
    return Cost(ms, browser.requests, browser.queries)
