"""People who work at the same time."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from drills.browser import Browser
from drills.ledger import Ledger
from drills.people import settle
from drills.person import Person
from drills.site import Site


@dataclass(frozen=True, slots=True)
class Crowd:
    ledger: Ledger
    futures: list[Future[None]]

    def someone_left(self) -> bool:
        """Before they were asked to: their trouble is raised when the crowd goes home."""
        return any(future.done() for future in self.futures)


@contextmanager
def at_work(site: Site, count: int) -> Iterator[Crowd]:
    """At the end everybody finishes the entry in hand and goes home."""
    ledger, stop = Ledger(), threading.Event()
    people = [
        # The limit on sign-ins counts addresses: everybody has one of their own on the loopback.
        Person(account, Browser(site.host, site.port, f"127.0.1.{number}"), ledger)
        for number, account in enumerate(settle(count), start=1)
    ]
    with ThreadPoolExecutor(count) as pool:
        futures = [pool.submit(person.work, stop) for person in people]
        try:
            yield Crowd(ledger, futures)
        finally:
            stop.set()
    for future in futures:
        future.result()
