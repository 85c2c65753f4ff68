"""kill -9 while nervous people write: every acknowledged entry is there, and none is there twice."""

import argparse
import subprocess
import sys
import time

from django.db import connection

from drills import oracle
from drills.crowd import at_work
from drills.killing import Killer
from drills.ledger import Kind, Ledger
from drills.site import ROOT, Site


PEOPLE = 12
ACKS, SECONDS = 5000, 1200
CARELESS_ACKS, CARELESS_SECONDS = 1500, 90


def run(site: Site, wanted: argparse.Namespace) -> int:
    if wanted.careless:
        return _self_test(site, wanted)
    target, seconds = wanted.acks or ACKS, wanted.seconds or SECONDS
    kept = _drill(site, target, seconds)
    print("\nThe self-test: the same without synchronous_commit must find losses.", flush=True)
    has_teeth = not _careless_elsewhere()
    print(f"\n{'Passed' if kept and has_teeth else 'FAILED'}.", flush=True)
    return int(not (kept and has_teeth))


def _drill(site: Site, target: int, seconds: float) -> bool:
    ledger, findings = _work_and_kill(site, target, seconds)
    if ledger.acks < target:
        findings.append(f"only {ledger.acks:,} of {target:,} acknowledgements in {seconds:.0f} s")
    findings += [f"refused: {refusal}" for refusal in ledger.refusals[:10]]
    if bare := ledger.met["500"]:
        findings.append(f"{bare} answers were a bare 500 and not a 503")
    for finding in findings:
        print(f"  BROKEN  {finding}", flush=True)
    return not findings


def _self_test(site: Site, wanted: argparse.Namespace) -> int:
    site.ask("ALTER SYSTEM SET synchronous_commit = off")
    site.ask("ALTER SYSTEM SET wal_writer_delay = '10s'")
    site.ask("SELECT pg_reload_conf()")
    target, seconds = wanted.acks or CARELESS_ACKS, wanted.seconds or CARELESS_SECONDS
    _ledger, findings = _work_and_kill(site, target, seconds)
    losses = [finding for finding in findings if "lost" in finding]
    for finding in losses or ["nothing was found lost: this drill would not notice"]:
        print(f"  {'found ' if losses else 'BROKEN'}  {finding}", flush=True)
    return int(not losses)


def _careless_elsewhere() -> int:
    """A process of its own, because Django keeps to the database it was set up with."""
    command = [sys.executable, "-m", "drills", "kill", "--careless"]
    return subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, check=False).returncode


def _work_and_kill(site: Site, target: int, seconds: float) -> tuple[Ledger, list[str]]:
    _tell_settings(site)
    before = oracle.history()
    begun = time.monotonic()
    with at_work(site, PEOPLE) as crowd:
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
    _print(crowd.ledger, killer, seconds)
    return crowd.ledger, _findings(crowd.ledger, before)


def _findings(ledger: Ledger, before: dict[str, int]) -> list[str]:
    findings = []
    print(
        f"\n{'':<10}{'sent':>8}{'acknowledged':>14}{'unanswered':>12}{'lost':>6}{'doubled':>9}{'unknown':>9}"
    )
    for kind in Kind:
        sent, acknowledged = ledger.sent[kind], ledger.acknowledged[kind]
        verdict = oracle.judge(sent, acknowledged, oracle.found(kind))
        print(
            f"{kind:<10}{len(sent):>8,}{verdict.acknowledged:>14,}{verdict.unanswered:>12,}"
            f"{verdict.lost:>6,}{verdict.doubled:>9,}{verdict.unknown:>9,}"
        )
        if not verdict.is_clean:
            findings.append(
                f"{kind}: {verdict.lost} of {verdict.acknowledged:,} lost, {verdict.doubled} doubled, {verdict.unknown} unknown"
            )
    if torn := oracle.torn():
        findings.append(f"{torn} clients without their case, family contact, consent or event")
    after = oracle.history()
    print(
        f"\n{len(after)} tables with a change trail"
        if after
        else "\nNo change trail to compare with"
    )
    findings += [f"{table}: history and rows differ" for table in oracle.gaps(before, after)]
    return findings


def _tell_settings(site: Site) -> None:
    names = ("fsync", "synchronous_commit", "wal_writer_delay")
    shown = ", ".join(f"{name} {site.ask(f'SHOW {name}')[0][0]}" for name in names)
    print(f"\nPostgreSQL: {shown}; {PEOPLE} people", flush=True)


def _print(ledger: Ledger, killer: Killer, seconds: float) -> None:
    rate = ledger.acks / seconds
    print(
        f"\n{ledger.acks:,} acknowledgements in {seconds:.0f} s ({rate:.0f}/s), {ledger.resends:,} resends"
    )
    print(f"answers met: {', '.join(f'{what} {n:,}' for what, n in sorted(ledger.met.items()))}")
    print(
        f"longest silence {ledger.longest_silence:.1f} s, slowest entry {max(ledger.waits, default=0):.1f} s\n"
    )
    print(f"{'kill -9 of':<20}{'times':>6}{'back after, s: median':>24}{'longest':>9}")
    for name, away in sorted(killer.away.items()):
        middle = sorted(away)[len(away) // 2]
        print(f"{name:<20}{len(away):>6}{middle:>24.1f}{max(away):>9.1f}", flush=True)
