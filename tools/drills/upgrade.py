"""docs/upgrade.md under traffic: closed, migrated, opened; whoever was at work goes on where they were."""

import argparse
import json
import subprocess
import sys
import time

from tools.drills import oracle
from tools.drills.crowd import Crowd, at_work
from tools.drills.ledger import Kind
from tools.drills.person import Account
from tools.drills.promises import Promises
from tools.drills.site import ROOT, Site


PEOPLE, WARM_UP, SECONDS = 4, 100, 180
# Made by the old code: the new one knows columns that are not there yet.
SETTLE = """
import django, json, sys
from dataclasses import astuple
django.setup()
from tools.drills.people import settle
print(json.dumps([astuple(one) for one in settle(int(sys.argv[1]))]))
"""


def run(site: Site, wanted: argparse.Namespace) -> int:
    promises, acks = Promises(), wanted.acks or WARM_UP
    with at_work(site, PEOPLE, accounts=_settled(site)) as crowd:
        promises.check("people are at work in the old one", kept=crowd.work_until(acks, SECONDS))
        _manage(site, "seal_trail")
        seconds = _upgrade(site)
        promises.check(
            f"closed for {seconds:.1f} s, and they go on in the new one",
            kept=crowd.work_until(acks, SECONDS),
        )
    _weigh(crowd, promises)
    for command in ("verify_history", "verify_audit"):
        promises.check(f"{command} finds nothing", kept=_manage(site, command))
    return promises.exit_code()


def _settled(site: Site) -> list[Account]:
    done = subprocess.run(
        [sys.executable, "-c", SETTLE, str(PEOPLE)],
        cwd=site.root,
        capture_output=True,
        text=True,
        check=True,
    )
    return [Account(*one) for one in json.loads(done.stdout.splitlines()[-1])]


def _upgrade(site: Site) -> float:
    """Static files are made while the old one still serves; what has to be closed for is the tables."""
    site.root = ROOT
    site.prepare("files")
    begun = time.monotonic()
    site.stop_web()
    site.prepare("database")
    site.start_web()
    site.wait_until_well()
    return time.monotonic() - begun


def _weigh(crowd: Crowd, promises: Promises) -> None:
    ledger = crowd.ledger
    for kind in Kind:
        verdict = oracle.judge(ledger.sent[kind], ledger.acknowledged[kind], oracle.found(kind))
        promises.check(
            f"{kind}: {verdict.acknowledged} acknowledged, {verdict.lost} lost, {verdict.doubled} doubled, "
            f"{verdict.unknown} that nobody sent",
            kept=verdict.is_clean and bool(verdict.acknowledged),
        )
    promises.check(f"{oracle.torn()} intakes not whole", kept=not oracle.torn())
    promises.check(
        f"{ledger.met['signed in']} sign-ins of {PEOPLE} people",
        kept=ledger.met["signed in"] == PEOPLE,
    )
    bad = {what: n for what, n in ledger.met.items() if what.isdigit() and what >= "500"}
    promises.check(f"answers of 500 or above: {bad or 'none'}", kept=set(bad) <= {"503"})
    promises.check(f"nobody was refused {ledger.refusals[:3] or ''}", kept=not ledger.refusals)


def _manage(site: Site, command: str) -> bool:
    done = subprocess.run([sys.executable, "manage.py", command], cwd=site.root, check=False)
    return done.returncode == 0
