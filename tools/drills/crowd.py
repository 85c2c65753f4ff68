"""People who work at the same time."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from tools.drills.browser import Browser
from tools.drills.ledger import Ledger
from tools.drills.people import settle
from tools.drills.person import Account, Person
from tools.drills.site import Site


@dataclass(frozen=True, slots=True)
class Crowd:
    ledger: Ledger
    futures: list[Future[None]]

    def someone_left(self) -> bool:
        """Before they were asked to: their trouble is raised when the crowd goes home."""
        return any(future.done() for future in self.futures)

    def work_until(self, acks: int, seconds: float) -> bool:
        """So many more acknowledgements, within so many seconds."""
        target, latest = self.ledger.acks + acks, time.monotonic() + seconds
        while self.ledger.acks < target:
            if time.monotonic() > latest or self.someone_left():
                return False
            time.sleep(0.02)
        return True


@contextmanager
def at_work(
    site: Site, count: int, *, keyless: bool = False, accounts: list[Account] | None = None
) -> Iterator[Crowd]:
    """At the end everybody finishes the entry in hand and goes home."""
    ledger, stop = Ledger(), threading.Event()
    people = [
        # The limit on sign-ins counts addresses: everybody has one of their own on the loopback.
        Person(
            account, Browser(site.host, site.port, f"127.0.1.{number}"), ledger, is_keyless=keyless
        )
        for number, account in enumerate(accounts or settle(count), start=1)
    ]
    with ThreadPoolExecutor(count) as pool:
        futures = [pool.submit(person.work, stop) for person in people]
        try:
            yield Crowd(ledger, futures)
        except BaseException:
            for person in people:
                person.patience = 0
            raise
        finally:
            stop.set()
    for future in futures:
        future.result()
