"""Asking clamd: https://docs.clamav.net/manual/Usage/Scanning.html, command INSTREAM."""

import socket
import struct
from urllib.parse import urlsplit

from django.conf import settings


SECONDS = 60
PORT = 3310
CHUNK = 64 * 1024
LONGEST_ANSWER = 4096


class ScannerAway(Exception):
    """It does not answer, or not with what can be understood: nothing is known of the file."""


def is_there() -> bool:
    """Whether there is one to be asked in this installation."""
    return bool(settings.CLAMD_URL)


def malware_in(content: bytes) -> str:
    """The name of what clamd found; empty when the file is clean."""
    try:
        with _connected() as line:
            answer = _asked(line, content)
    except OSError as error:
        raise ScannerAway(type(error).__name__) from error
    told = answer.rstrip(b"\0\n").decode("ascii", "replace").removeprefix("stream: ")
    if told == "OK":
        return ""
    if told.endswith(" FOUND"):
        return told.removesuffix(" FOUND")
    raise ScannerAway(told[:80])


def _connected() -> socket.socket:
    """CLAMD_URL: tcp://host:3310 or unix:///run/clamav/clamd.ctl."""
    where = urlsplit(settings.CLAMD_URL)
    if where.scheme != "unix":
        return socket.create_connection((where.hostname, where.port or PORT), timeout=SECONDS)
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(SECONDS)
    line.connect(where.path)
    return line


def _asked(line: socket.socket, content: bytes) -> bytes:
    line.sendall(b"zINSTREAM\0")
    for start in range(0, len(content), CHUNK):
        part = content[start : start + CHUNK]
        line.sendall(struct.pack("!I", len(part)) + part)
    line.sendall(struct.pack("!I", 0))
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
        part = line.recv(LONGEST_ANSWER)
        if not part:
            break
        answer += part
    return answer
