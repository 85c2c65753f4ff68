"""A browser as far as a server can tell: cookies, one connection kept open, forms that are sent as they stand."""

import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPMessage
from urllib.parse import urlencode

from tools.bench.browser import FormReader


TIMEOUT = 15
# The server hangs up after two seconds of silence; a line that may be dead is not used again.
IDLE_SECONDS = 1


class NoAnswer(Exception):
    """The connection broke or nothing came: nobody knows whether the server did it."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: HTTPMessage
    page: str

    @property
    def location(self) -> str:
        return self.headers.get("Location", "")

    def form(self) -> dict[str, str]:
        """What the page's form sends when nothing is touched."""
        return FormReader(self.page).form.values


class Browser:
    def __init__(self, host: str, port: int, own_address: str) -> None:
        self._line = HTTPConnection(host, port, TIMEOUT, source_address=(own_address, 0))
        self._cookies: dict[str, str] = {}
        self._used = 0.0

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None)

    def post(self, path: str, values: dict[str, str]) -> Answer:
        return self._ask("POST", path, urlencode(values))

    def post_and_leave(self, path: str, values: dict[str, str]) -> None:
        """Send it whole, and hang up before the answer."""
        try:
            self._send("POST", path, urlencode(values))
        except (OSError, HTTPException) as problem:
            raise NoAnswer(str(problem)) from problem
        finally:
            self._line.close()

    def close(self) -> None:
        self._line.close()

    def _send(self, method: str, path: str, body: str | None) -> None:
        if time.monotonic() - self._used > IDLE_SECONDS:
            self._line.close()
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._line.request(method, path, body, headers)
        self._used = time.monotonic()

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        try:
            self._send(method, path, body)
            response = self._line.getresponse()
            page = response.read().decode()
        except (OSError, HTTPException) as problem:
            self._line.close()
            raise NoAnswer(repr(problem)) from problem
        for line in response.headers.get_all("Set-Cookie", ()):
            name, _, rest = line.partition("=")
            self._cookies[name] = rest.partition(";")[0]
        return Answer(response.status, response.headers, page)
