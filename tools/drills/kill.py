"""kill -9 while nervous people write: every acknowledged entry is there, and none is there twice."""

import argparse
import subprocess
import sys
import time

from django.db import connection

from tools.drills import oracle, outcome
from tools.drills.crowd import at_work
from tools.drills.killing import Killer
from tools.drills.outcome import Outcome
from tools.drills.promises import Promises
from tools.drills.site import ROOT, Site


PEOPLE = 12
ACKS, SECONDS = 5000, 1200
CARELESS_ACKS, CARELESS_SECONDS = 1500, 120
SELF_TEST = [sys.executable, "-m", "tools.drills", "kill", "--careless"]


def run(site: Site, wanted: argparse.Namespace) -> int:
    if wanted.careless:
        return _self_test(site, wanted)
    promises = Promises()
    target, seconds = wanted.acks or ACKS, wanted.seconds or SECONDS
    _weigh(_work_and_kill(site, target, seconds), target, promises)
    # A process of its own, because Django keeps to the database it was set up with.
    teeth = subprocess.run(SELF_TEST, cwd=ROOT, stdin=subprocess.DEVNULL, check=False)
    promises.check("the self-test finds what it must find", kept=teeth.returncode == 0)
    return promises.exit_code()


def _weigh(done: Outcome, target: int, promises: Promises) -> None:
    ledger = done.ledger
    promises.check(f"{ledger.acks:,} of {target:,} acknowledgements", kept=ledger.acks >= target)
    promises.check(f"{done.lost} acknowledged entries lost", kept=not done.lost)
    promises.check(f"{done.doubled} entries doubled", kept=not done.doubled)
    promises.check(f"{done.unknown} entries that nobody sent", kept=not done.unknown)
    promises.check(f"{done.torn} intakes not whole", kept=not done.torn)
    promises.check(f"{ledger.met['500']} answers were a bare 500", kept=not ledger.met["500"])
    promises.check(
        f"{len(ledger.refusals)} answers nobody should get{_first(ledger.refusals)}",
        kept=not ledger.refusals,
    )
    promises.check(
        f"history and rows agree in {done.trails - len(done.gaps)} of {done.trails} tables with a change trail{_first(done.gaps)}",
        kept=not done.gaps,
    )


def _self_test(site: Site, wanted: argparse.Namespace) -> int:
    """With a database that promises early, and people whose forms carry no key."""
    print("\nThe self-test: without synchronous_commit and without keys it must find both faults.")
    site.ask("ALTER SYSTEM SET synchronous_commit = off")
    site.ask("ALTER SYSTEM SET wal_writer_delay = '10s'")
    site.ask("SELECT pg_reload_conf()")
    target, seconds = wanted.acks or CARELESS_ACKS, wanted.seconds or CARELESS_SECONDS
    done = _work_and_kill(site, target, seconds, keyless=True)
    promises = Promises()
    promises.check(f"{done.lost} acknowledged entries found lost", kept=done.lost > 0)
    promises.check(f"{done.doubled} entries found doubled", kept=done.doubled > 0)
    return int(bool(promises.broken))


def _work_and_kill(site: Site, target: int, seconds: float, *, keyless: bool = False) -> Outcome:
    _tell_settings(site)
    before, begun = oracle.history(), time.monotonic()
    with at_work(site, PEOPLE, keyless=keyless) as crowd:
        killer = Killer(site, crowd.ledger)
        killer.until(
            lambda: (
                crowd.ledger.acks >= target
                or time.monotonic() > begun + seconds
                or crowd.someone_left()
            )
        )
    seconds = time.monotonic() - begun
    # What was acknowledged a moment ago must also be there after a crash.
    killer.strike("all of PostgreSQL")
    site.stop_web()
    connection.close()
    done = outcome.count(crowd.ledger, killer, seconds, before)
    outcome.show(done)
    return done


def _tell_settings(site: Site) -> None:
    names = ("fsync", "synchronous_commit", "wal_writer_delay")
    shown = ", ".join(f"{name} {site.ask(f'SHOW {name}')[0][0]}" for name in names)
    print(f"\n{PEOPLE} people; PostgreSQL with {shown}", flush=True)


def _first(words: list[str]) -> str:
    return f": {words[0]}" if words else ""
