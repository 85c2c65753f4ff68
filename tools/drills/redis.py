"""Redis killed under load: it only rings a bell, so people go on and nobody is locked out."""

import argparse
import time
from datetime import timedelta
from statistics import quantiles

from django.utils import timezone

from common.enums import JobStatus
from common.models import Job
from tools.drills import people, processes
from tools.drills.browser import Browser
from tools.drills.crowd import Crowd, at_work
from tools.drills.entries import keyed
from tools.drills.ledger import Ledger
from tools.drills.person import Person
from tools.drills.promises import Promises
from tools.drills.site import Site


PEOPLE = 4
ENTRIES, SECONDS = 300, 90
SLOWER_MS = 300
REPORTS = "/laporan/baru/"


def run(site: Site, _wanted: argparse.Namespace) -> int:
    promises = Promises()
    with at_work(site, PEOPLE) as crowd:
        calm = _p95_ms(crowd)
        assert site.valkey.process
        processes.kill([site.valkey.process.pid])
        alone = _p95_ms(crowd)
        newcomer = Person(people.head(), Browser(site.host, site.port, "127.0.2.1"), Ledger())
        begun = time.monotonic()
        newcomer.sign_in()
        promises.check(f"somebody signs in, {time.monotonic() - begun:.1f} s", kept=True)
        _ask_for_a_report(newcomer, promises)
    bad = {what: n for what, n in crowd.ledger.met.items() if what >= "500" and what.isdigit()}
    promises.check(
        f"no answer of 500 or above: {bad or 'none'} of {crowd.ledger.acks:,} entries", kept=not bad
    )
    promises.check(
        f"p95 of an entry: {calm:.0f} ms with Redis, {alone:.0f} ms without (at most {SLOWER_MS} more)",
        kept=alone <= calm + SLOWER_MS,
    )
    return promises.exit_code()


def _p95_ms(crowd: Crowd) -> float:
    """Of the next entries; the first ones come from cold processes and are nobody's measure."""
    for _ in range(2):
        first = len(crowd.ledger.waits)
        if not crowd.work_until(ENTRIES // 2, SECONDS):
            return float("inf")
    return 1000 * quantiles(crowd.ledger.waits[first:], n=20)[-1]


def _ask_for_a_report(head: Person, promises: Promises) -> None:
    """The bell cannot ring; the job waits in its table."""
    month = timezone.localdate().replace(day=1) - timedelta(days=1)
    values = keyed({"month": f"{month:%Y-%m}", "csrfmiddlewaretoken": head.token})
    begun = time.monotonic()
    answer = head.browser.post(REPORTS, values)
    seconds = time.monotonic() - begun
    waiting = Job.objects.filter(status=JobStatus.QUEUED).count()
    promises.check(
        f"a report is asked for and waits ({answer.status}, {seconds:.1f} s, {waiting} job in the table)",
        kept=answer.status == 302 and waiting == 1,
    )
