"""A backup made while people write, restored into a second server: the same rows, the erased stay erased, files open."""

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.utils import timezone

from accounts.models import User
from clients.enums import CloseReason
from clients.models import Case, Client
from clients.services.cases import close_case
from clients.services.erasing import erase_client
from ops.postgres import Postgres
from tools.drills import oracle, people
from tools.drills.browser import Browser
from tools.drills.crowd import Crowd, at_work
from tools.drills.ledger import Kind, Ledger
from tools.drills.person import Person
from tools.drills.promises import Promises
from tools.drills.site import ROOT, Site


PEOPLE, WARM_UP, SECONDS = 4, 150, 120
SEALED = re.compile(r"[1-9]\d* seals over \d+ rows hold")
# As docs/operations.md says it, "Backup".
ACCOUNT = "CREATE ROLE app_backup LOGIN BYPASSRLS; GRANT pg_read_all_data TO app_backup"


def run(site: Site, wanted: argparse.Namespace) -> int:
    promises = Promises()
    identity = _make_key(site)
    site.ask(ACCOUNT)
    with at_work(site, PEOPLE) as crowd:
        promises.check("people are at work", kept=crowd.work_until(wanted.acks or WARM_UP, SECONDS))
        _manage("seal_trail")
        before = {kind: set(crowd.ledger.acknowledged[kind]) for kind in Kind}
        folder = _back_up(promises)
        sent = {kind: set(crowd.ledger.sent[kind]) for kind in Kind}
        promises.check("people went on working meanwhile", kept=crowd.work_until(WARM_UP, SECONDS))
        _refused(crowd, promises)
    _prove(site, identity, promises)
    erased = _erase_somebody()
    with _second_server(site) as second:
        _restore(second, folder, identity, promises)
        _compare(site, second, before, sent, promises)
        _demand_erased(second, erased, promises)
        _flipped_byte(second, folder, identity, promises)
        _open_a_file(site, second, promises)
    return promises.exit_code()


def _make_key(site: Site) -> Path:
    path = site.var / "identity.txt"
    made = subprocess.run(
        ["age-keygen", "-o", path], capture_output=True, text=True, check=True
    ).stderr
    os.environ |= {
        "BACKUP_DIR": str(site.var / "backups"),
        "BACKUP_URL": site.postgres.url.replace("//postgres@", "//app_backup@", 1),
        "BACKUP_RECIPIENT": made.split()[-1],
    }
    return path


def _back_up(promises: Promises) -> Path:
    begun = time.monotonic()
    done = subprocess.run(["script/backup"], cwd=ROOT, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - begun
    print(done.stderr, end="")
    folder = Path(done.stdout.split()[-1]) if done.returncode == 0 else Path()
    size = sum(path.stat().st_size for path in folder.iterdir()) if done.returncode == 0 else 0
    promises.check(
        f"a backup of {size / 1e6:.1f} MB in {seconds:.1f} s, by an account that only reads",
        kept=done.returncode == 0,
    )
    return folder


def _manage(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def _prove(site: Site, identity: Path, promises: Promises) -> None:
    """What the clock asks for every Sunday."""
    os.environ |= {
        "RESTORE_CHECK_URL": site.postgres.url.replace("/atensi", "/postgres"),
        "BACKUP_IDENTITY": str(identity),
    }
    begun = time.monotonic()
    done = _manage("check_restore")
    promises.check(
        f"the weekly proof succeeds beside the site, in {time.monotonic() - begun:.1f} s",
        kept=done.returncode == 0,
    )
    print(done.stderr, end="")


def _refused(crowd: Crowd, promises: Promises) -> None:
    refusals = crowd.ledger.refusals
    promises.check(f"nobody was refused {refusals[:3] or ''}", kept=not refusals)


def _erase_somebody() -> Client:
    """After the backup: it brings the person back, and the ledger has to undo that."""
    case, now = Case.objects.open().order_by("pk")[0], timezone.now()
    actor = User.objects.get(pk=case.lead_worker_id)
    close_case(case=case, reason=CloseReason.LOST, note="Latihan", actor=actor, at=now)
    return erase_client(client=case.client, reason="Latihan", actor=actor, at=now)


@contextmanager
def _second_server(site: Site) -> Iterator[Postgres]:
    second = Postgres(site.var / "second")
    try:
        second.start()
        yield second
    finally:
        if second.is_ready():
            second.stop()


def _beside(second: Postgres, var: Path) -> dict[str, str]:
    """Another machine: its own database and folders; the key file and the ledger were carried over."""
    home = Path(os.environ["ATENSI_VAR"])
    return os.environ | {
        "DATABASE_OWNER_URL": second.url,
        "DATABASE_URL": second.url.replace("//postgres@", "//app_login@", 1),
        "ATENSI_VAR": str(var),
        "FIELD_KEYS_FILE": str(home / "keys" / "field-keys"),
        "ERASURE_LEDGER": str(home / "keys" / "erasures"),
    }


def _restore(second: Postgres, folder: Path, identity: Path, promises: Promises) -> None:
    begun = time.monotonic()
    done = _run_restore(second, folder, identity, folder.parent / "second")
    seconds = time.monotonic() - begun
    print(done.stdout, end="")
    said = done.stdout
    promises.check(f"restored and looked at in {seconds:.1f} s", kept=done.returncode == 0)
    promises.check("every table came back identical", kept="came back, identical" in said)
    promises.check("every row is as its last change left it", kept="Every row is as" in said)
    promises.check("every seal holds", kept=bool(SEALED.search(said)))
    if done.returncode:
        print(done.stderr)


def _run_restore(
    second: Postgres, folder: Path, identity: Path, var: Path
) -> subprocess.CompletedProcess[str]:
    var.mkdir(exist_ok=True)
    return subprocess.run(
        ["script/restore", str(folder), str(identity)],
        cwd=ROOT,
        env=_beside(second, var),
        capture_output=True,
        text=True,
        check=False,
    )


def _compare(
    site: Site,
    second: Postgres,
    before: dict[Kind, set[str]],
    sent: dict[Kind, set[str]],
    promises: Promises,
) -> None:
    """Names are plain, so the server can be asked; what was acknowledged before it began must be in the backup."""
    names = {name for (name,) in Site.ask_at(second.url, "SELECT name FROM clients_client")}
    kept = before[Kind.CLIENT] & (names | _erased_names(site, before[Kind.CLIENT]))
    promises.check(
        f"{len(kept)} of {len(before[Kind.CLIENT])} intakes acknowledged before it began are in it",
        kept=kept == before[Kind.CLIENT],
    )
    strange = names - sent[Kind.CLIENT] - {"(dihapus)"}
    promises.check(f"{len(strange)} intakes in it that nobody sent", kept=not strange)


def _erased_names(site: Site, known: set[str]) -> set[str]:
    return known - set(oracle.found(Kind.CLIENT))


def _demand_erased(second: Postgres, erased: Client, promises: Promises) -> None:
    rows = Site.ask_at(
        second.url, f"SELECT name, erased_at IS NOT NULL FROM clients_client WHERE id = {erased.pk}"
    )
    keys = Site.ask_at(
        second.url, f"SELECT count(*) FROM common_datakey WHERE id = '{erased.key_id}'"
    )
    promises.check(
        "who was erased after the backup is erased again, and their key is gone",
        kept=rows == [("(dihapus)", True)] and keys == [(0,)],
    )


def _flipped_byte(second: Postgres, folder: Path, identity: Path, promises: Promises) -> None:
    path = folder / "database.dump.age"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    done = _run_restore(second, folder, identity, folder.parent / "third")
    promises.check(
        "with one byte flipped it is refused",
        kept=bool(done.returncode) and "its sum differs" in done.stderr,
    )


def _open_a_file(site: Site, second: Postgres, promises: Promises) -> None:
    """The site itself on the restored database: somebody signs in, and what is sealed opens."""
    site.stop_web()
    os.environ |= _beside(second, Path(os.environ["ATENSI_VAR"]))
    site.start_web()
    site.wait_until_well()
    rows = Site.ask_at(
        second.url,
        "SELECT one.id, one.lead_worker_id, one.client_id FROM clients_case one JOIN clients_client ON"
        " clients_client.id = client_id WHERE erased_at IS NULL ORDER BY one.id LIMIT 1",
    )
    (_case, worker, client) = rows[0]
    account = people.account_of(worker)
    person = Person(account, Browser(site.host, site.port, "127.0.3.1"), Ledger())
    person.insist(person.sign_in)
    page = person.browser.get(f"/klien/{client}/profil/")
    promises.check(
        f"the site runs on it, and a file opens with its sealed fields ({page.status})",
        kept=page.status == 200 and "Aminah" in page.page,
    )
