"""PostgreSQL stopped under load: an honest 503 at once, and work goes on by itself when it is back."""

import argparse
import time

from tools.drills import people
from tools.drills.browser import Browser
from tools.drills.crowd import at_work
from tools.drills.entries import LOOK, keyed
from tools.drills.ledger import Ledger
from tools.drills.person import Person
from tools.drills.promises import Promises
from tools.drills.site import Site


PEOPLE = 4
WARM_UP, SECONDS = 50, 60
TRIES = 10
AT_ONCE_SECONDS = 1.0
BACK_SECONDS = 10.0


def run(site: Site, _wanted: argparse.Namespace) -> int:
    promises = Promises()
    visitor = Person(people.head(), Browser(site.host, site.port, "127.0.2.1"), Ledger())
    visitor.sign_in()
    with at_work(site, PEOPLE) as crowd:
        promises.check("people are at work", kept=crowd.work_until(WARM_UP, SECONDS))
        site.postgres.stop()
        _while_away(visitor, promises)
        begun = time.monotonic()
        site.postgres.start()
        is_back = crowd.work_until(1, SECONDS)
        seconds = time.monotonic() - begun
        promises.check(
            f"the first entry {seconds:.1f} s after the start of PostgreSQL (at most {BACK_SECONDS:.0f})",
            kept=is_back and seconds <= BACK_SECONDS,
        )
        promises.check("everybody goes on", kept=crowd.work_until(WARM_UP, SECONDS))
    promises.check(
        f"nobody was refused {crowd.ledger.refusals[:3] or ''}", kept=not crowd.ledger.refusals
    )
    return promises.exit_code()


def _while_away(visitor: Person, promises: Promises) -> None:
    answers, slowest = [], 0.0
    values = keyed({"name": "Siapa", "csrfmiddlewaretoken": visitor.token})
    for _ in range(TRIES):
        for ask in (
            lambda: visitor.browser.get("/klien/"),
            lambda: visitor.browser.post(LOOK, values),
        ):
            begun = time.monotonic()
            answers.append(ask())
            slowest = max(slowest, time.monotonic() - begun)
    honest = [each for each in answers if each.status == 503 and each.headers["Retry-After"]]
    promises.check(
        f"{len(honest)} of {len(answers)} answers are a 503 with Retry-After",
        kept=len(honest) == len(answers),
    )
    promises.check(f"the slowest took {slowest:.2f} s", kept=slowest < AT_ONCE_SECONDS)
