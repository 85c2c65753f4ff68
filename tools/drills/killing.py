"""Somebody who pulls plugs: kill -9, wait until the site is well again, and once more."""

import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tools.drills import processes
from tools.drills.ledger import Ledger
from tools.drills.site import Site


# Counted in acknowledgements, so that a slow machine has as many kills; nobody is waited for longer.
PAUSE = (40, 200)
PAUSE_SECONDS = 15


@dataclass
class Killer:
    site: Site
    ledger: Ledger
    away: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """Seconds from each kill to the first good answer."""

    def until(self, is_over: Callable[[], bool]) -> None:
        for name in _deck():
            enough, latest = (
                self.ledger.acks + random.randint(*PAUSE),
                time.monotonic() + PAUSE_SECONDS,
            )
            while self.ledger.acks < enough and time.monotonic() < latest:
                if is_over():
                    return
                time.sleep(0.02)
            self.strike(name)

    def strike(self, name: str) -> None:
        begun = time.monotonic()
        KILLS[name](self.site)
        self.site.wait_until_well()
        self.away[name].append(time.monotonic() - begun)
        story = f"killed {name}, well again after {self.away[name][-1]:.1f} s"
        print(f"  {self.ledger.acks:>6,} acknowledged; {story}", file=sys.stderr, flush=True)


def _worker(site: Site) -> None:
    """Its master starts another."""
    processes.kill([random.choice(processes.children(site.master))])


def _web(site: Site) -> None:
    processes.kill(processes.tree(site.master))
    site.start_web()


def _postgres(site: Site) -> None:
    processes.kill(processes.tree(site.postmaster))
    site.postgres.start()


KILLS: dict[str, Callable[[Site], None]] = {
    "one web worker": _worker,
    "all of the web": _web,
    "all of PostgreSQL": _postgres,
}


def _deck() -> Iterator[str]:
    """Each kind as often as the others, in an order that nobody foresees."""
    while True:
        yield from random.sample(list(KILLS), len(KILLS))
