"""Back to one moment: a base and the write-ahead log since then bring back what was acknowledged before it, and no more."""

import argparse
import os
import shutil
import subprocess
import time
from contextlib import closing
from pathlib import Path

import psycopg2

from ops.postgres import Postgres
from tools.drills import processes
from tools.drills.crowd import at_work
from tools.drills.ledger import Kind
from tools.drills.promises import Promises
from tools.drills.site import Site
from upkeep.backup import programs


PEOPLE, WARM_UP, SECONDS = 4, 60, 120
NAMES = "SELECT name FROM clients_client"


def run(site: Site, wanted: argparse.Namespace) -> int:
    promises = Promises()
    key, recipient = _make_key(site)
    _keep_the_log(site, recipient)
    base = _take_base(site)
    acks = wanted.acks or WARM_UP
    with at_work(site, PEOPLE) as crowd:
        promises.check("people are at work", kept=crowd.work_until(acks, SECONDS))
        before = set(crowd.ledger.acknowledged[Kind.CLIENT])
        ((moment,),) = site.ask("SELECT now()::text")
        sent = set(crowd.ledger.sent[Kind.CLIENT])
        promises.check("and go on after the moment", kept=crowd.work_until(acks, SECONDS))
        after = set(crowd.ledger.sent[Kind.CLIENT]) - sent
    site.ask("SELECT pg_switch_wal()")
    _wait_for_the_archive(site)
    processes.kill(processes.tree(site.postmaster))
    shutil.rmtree(site.postgres.data)
    begun = time.monotonic()
    back = _bring_back(site, base, key, moment)
    try:
        _weigh(back, before, after, promises, time.monotonic() - begun)
    finally:
        back.stop()
    return promises.exit_code()


def _make_key(site: Site) -> tuple[Path, str]:
    path = site.var / "identity.txt"
    said = subprocess.run(["age-keygen", "-o", path], capture_output=True, text=True, check=True)
    path.chmod(0o600)
    site.postgres.account.own(path)
    return path, said.stderr.split()[-1]


def _archive(site: Site) -> Path:
    return site.var / "wal"


def _keep_the_log(site: Site, recipient: str) -> None:
    """The command of docs/operations.md, "To any moment"."""
    folder = _archive(site)
    folder.mkdir()
    site.postgres.account.own(folder)
    command = (
        f"test ! -f {folder}/%f && age --encrypt --recipient {recipient} --output {folder}/%f.part %p"
        f" && mv {folder}/%f.part {folder}/%f"
    )
    site.ask("ALTER SYSTEM SET archive_mode = on")
    site.ask(f"ALTER SYSTEM SET archive_command = '{command}'")
    site.postgres.stop()
    site.postgres.start()
    site.wait_until_well()


def _take_base(site: Site) -> Path:
    """In the clear here: it is thrown away with the drill."""
    base = site.var / "base"
    with closing(psycopg2.connect(site.postgres.url)) as connection:
        server = connection.server_version // 10_000
    subprocess.run(
        [programs.program("pg_basebackup", server), f"--pgdata={base}", "--wal-method=fetch"],
        env=programs.at_the_server(site.postgres.url),
        check=True,
    )
    return base


def _wait_for_the_archive(site: Site) -> None:
    deadline = time.monotonic() + SECONDS
    waiting = "SELECT count(*) FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready'"
    while site.ask(waiting) != [(0,)]:
        if time.monotonic() > deadline:
            raise TimeoutError("The log was not archived.")
        time.sleep(0.2)


def _bring_back(site: Site, base: Path, key: Path, moment: str) -> Postgres:
    settings = (
        f"restore_command = 'age --decrypt --identity {key} --output %p {_archive(site)}/%f'\n"
        f"recovery_target_time = '{moment}'\nrecovery_target_action = 'promote'\narchive_mode = off\n"
    )
    with (base / "postgresql.auto.conf").open("a") as file:
        file.write(settings)
    (base / "recovery.signal").touch()
    base.chmod(0o700)
    for path in (base, *base.rglob("*")):
        os.chown(path, site.postgres.account.uid or -1, site.postgres.account.gid or -1)
    back = Postgres(base)
    back.start()
    return back


def _weigh(
    back: Postgres, before: set[str], after: set[str], promises: Promises, seconds: float
) -> None:
    names = {name for (name,) in Site.ask_at(back.url, NAMES)}
    promises.check(f"the server is back after {seconds:.1f} s", kept=True)
    promises.check(
        f"{len(before & names)} of {len(before)} intakes acknowledged before the moment are there",
        kept=bool(before) and before <= names,
    )
    promises.check(
        f"{len(after & names)} of {len(after)} intakes sent after it are there",
        kept=bool(after) and not after & names,
    )
