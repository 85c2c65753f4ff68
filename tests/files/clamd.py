"""A process that answers as clamd does to zINSTREAM: clamd.py tcp, clamd.py unix PATH. Prints where it listens.

What it finds is EICAR; a stream that begins with "limit" is too long for it, one with "hang up" loses the line.
"""

import socket
import socketserver
import struct
import sys


EICAR = b"EICAR-STANDARD" + b"-ANTIVIRUS-TEST-FILE"


class Scan(socketserver.BaseRequestHandler):
    request: socket.socket

    def handle(self) -> None:
        command = self._exactly(10)
        content = b"".join(iter(self._chunk, b""))
        if command != b"zINSTREAM\0":
            self.request.sendall(b"UNKNOWN COMMAND\0")
        elif content.startswith(b"limit"):
            self.request.sendall(b"INSTREAM size limit exceeded. ERROR\0")
        elif EICAR in content:
            self.request.sendall(b"stream: Eicar-Signature FOUND\0")
        elif not content.startswith(b"hang up"):
            self.request.sendall(b"stream: OK\0")

    def _chunk(self) -> bytes:
        return self._exactly(struct.unpack("!I", self._exactly(4))[0])

    def _exactly(self, size: int) -> bytes:
        got = b""
        while len(got) < size:
            part = self.request.recv(size - len(got))
            if not part:
                raise ConnectionError
            got += part
        return got


def main(kind: str, *path: str) -> None:
    if kind == "unix":
        server: socketserver.BaseServer = socketserver.UnixStreamServer(path[0], Scan)
        print(path[0], flush=True)
    else:
        listening = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Scan)
        print(listening.server_address[1], flush=True)
        server = listening
    server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
