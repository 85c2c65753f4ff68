"""A whole system in a folder of its own: PostgreSQL as durable as in production, Valkey, and the web."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg2

from ops import procfile
from ops.errors import CannotStart
from ops.postgres import Postgres
from ops.valkey import Valkey
from tools.drills import processes


ROOT = Path(__file__).resolve().parent.parent.parent
WELL_SECONDS = 60
STOP_SECONDS = 10


@dataclass
class Site:
    var: Path
    host: str
    port: int
    postgres: Postgres
    valkey: Valkey
    root: Path = ROOT
    """The checkout whose code serves."""
    web: subprocess.Popen[bytes] | None = None

    @property
    def postmaster(self) -> int:
        if not self.postgres.is_ready():  # its file would name a process that is not there
            raise CannotStart("PostgreSQL is gone, and it was not the drill that killed it.")
        return int((self.postgres.data / "postmaster.pid").read_text().split()[0])

    @property
    def master(self) -> int:
        assert self.web
        return self.web.pid

    def prepare(self, *parts: str) -> None:
        command = [sys.executable, "-m", "ops.prepare", *(parts or ("files", "database"))]
        if subprocess.run(command, cwd=self.root, stdin=subprocess.DEVNULL, check=False).returncode:
            raise CannotStart("The drill cannot go on; see the lines above.")

    def start_web(self) -> None:
        entries = procfile.read(self.root / "Procfile")
        web = next(entry for entry in entries if entry.name == "web")
        with (self.var / "web.log").open("ab") as log:
            self.web = subprocess.Popen(
                web.command,
                cwd=self.root,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def stop_web(self) -> None:
        if self.web is None or self.web.poll() is not None:
            return
        self.web.terminate()
        try:
            self.web.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            processes.kill(processes.tree(self.web.pid))

    def wait_until_well(self) -> None:
        deadline = time.monotonic() + WELL_SECONDS
        while not self._is_well():
            if time.monotonic() > deadline:
                raise CannotStart(f"The site does not answer; its log ends:\n{self.last_words()}")
            time.sleep(0.05)

    def _is_well(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://{self.host}:{self.port}/kesehatan/", timeout=5):
                return True
        except (urllib.error.URLError, OSError):
            return False

    def last_words(self, lines: int = 30) -> str:
        log = (self.var / "web.log").read_text(errors="replace")
        return "\n".join(log.splitlines()[-lines:])

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        return self.ask_at(self.postgres.url, sql)

    @staticmethod
    def ask_at(url: str, sql: str) -> list[tuple[Any, ...]]:
        """As the database's owner, outside of every transaction."""
        with closing(psycopg2.connect(url)) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(sql)
                return cursor.fetchall() if cursor.description else []


@contextmanager
def own_site(root: Path = ROOT) -> Iterator[Site]:
    """Django is set up for its database when the block begins; nothing of it is left when it ends."""
    processes.adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="atensi-drill-") as folder:
        var = Path(folder)
        var.chmod(0o711)  # the account that runs PostgreSQL walks through
        site = Site(
            var, "127.0.0.1", _free_port(), Postgres(var / "postgres"), Valkey(var / "valkey"), root
        )
        try:
            site.postgres.start()
            site.valkey.start()
            _set_environment(site)
            site.prepare()
            import django

            django.setup()
            site.start_web()
            site.wait_until_well()
            yield site
        finally:
            site.stop_web()
            for server in (site.postgres, site.valkey):
                if server.is_ready():
                    server.stop()


def _set_environment(site: Site) -> None:
    os.environ |= {
        "ATENSI_VAR": str(site.var),
        "DATABASE_URL": site.postgres.url,
        "REDIS_URL": site.valkey.url,
        "DJANGO_SETTINGS_MODULE": "atensi.settings.dev",
        "HOST": site.host,
        "PORT": str(site.port),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
