"""A keep-alive connection that asks as fast as it is answered, and costs little beside the server."""

import re
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

from tools.bench.errors import CannotMeasure
from tools.bench.server import Server


LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
WORKER = re.compile(rb"\r\nx-bench-worker: *(\d+)", re.IGNORECASE)
QUERIES = re.compile(rb"\r\nx-bench-queries: *(\d+)", re.IGNORECASE)
CLOSE = re.compile(rb"\r\nconnection: *close", re.IGNORECASE)
TIMEOUT = 60


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whose session, and which pages in turn."""

    cookie: str
    paths: tuple[str, ...]

    def request(self, path: str, *, counted: bool = False) -> bytes:
        count = "X-Bench-Count: 1\r\n" if counted else ""
        head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {self.cookie}\r\n{count}\r\n"
        return head.encode()


class Line:
    def __init__(self, server: Server) -> None:
        self.server = server
        self.socket = self._connect()
        self.worker = 0

    def _connect(self) -> socket.socket:
        line = socket.create_connection((self.server.host, self.server.port), TIMEOUT)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return line

    def ask(self, request: bytes) -> bytes:
        """The head of the answer; anything but 200 ends the bench."""
        self.socket.sendall(request)
        head = self._read()
        if not head.startswith(b"HTTP/1.1 200 "):
            asked = request.split(b"\r\n", 1)[0].decode()
            raise CannotMeasure(f"{asked} was answered with: {head.decode().splitlines()[0]}")
        if worker := WORKER.search(head):
            self.worker = int(worker[1])
        if CLOSE.search(head):  # a worker that has served its share leaves
            self.close()
            self.socket = self._connect()
        return head

    def _read(self) -> bytes:
        data = b""
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self._receive()
        head = data[:end]
        length = LENGTH.search(head)
        if length is None:
            raise CannotMeasure("An answer came without its length.")
        missing = end + 4 + int(length[1]) - len(data)
        while missing > 0:
            missing -= len(self._receive())
        return head

    def _receive(self) -> bytes:
        data = self.socket.recv(262_144)
        if not data:
            raise CannotMeasure("The server closed the connection in the middle of an answer.")
        return data

    def close(self) -> None:
        self.socket.close()


def ask_until(line: Line, visitor: Visitor, deadline: float) -> Iterator[float]:
    """Seconds of each answer."""
    requests = cycle([visitor.request(path) for path in visitor.paths])
    now = time.perf_counter()
    while now < deadline:
        line.ask(next(requests))
        before, now = now, time.perf_counter()
        yield now - before
