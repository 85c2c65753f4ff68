"""Somebody who fills in forms: follows redirects, keeps cookies, sends what the page's form holds."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import urlencode

from tools.bench.errors import CannotMeasure
from tools.bench.lines import TIMEOUT
from tools.bench.server import Server


Answer = Callable[[str, list[str]], str]
REDIRECTS = {301, 302, 303}
KEPT_TYPES = {"hidden", "text", "date", "time", "tel", "search", "number"}


@dataclass
class Form:
    """What a page sends when nothing is touched, and the questions that are answered by choosing."""

    values: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    lowest: dict[str, str] = field(default_factory=dict)


class FormReader(HTMLParser):
    """The first form below <main> that is posted."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.form = Form()
        self._is_open = self._is_over = False
        self._in_main = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "main":
            self._in_main = True
        elif tag == "form" and given.get("method") == "post" and self._in_main:
            self._is_open = not self._is_over
        elif self._is_open and tag == "input" and "name" in given:
            self._input(given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self._is_open:
            self._is_open, self._is_over = False, True

    def _input(self, given: dict[str, str]) -> None:
        kind, name = given.get("type", "text"), given["name"]
        if kind == "radio":
            self.form.choices.setdefault(name, []).append(given["value"])
        elif kind in KEPT_TYPES:
            self.form.values[name] = given.get("value", "")
            self.form.lowest[name] = given.get("min") or "0"


class Browser:
    def __init__(self, server: Server, cookie: str) -> None:
        self._line = HTTPConnection(server.host, server.port, timeout=TIMEOUT)
        self._cookies = dict([cookie.split("=", 1)])
        self.path, self.page = "", ""
        self.requests = self.queries = 0

    def open(self, path: str) -> None:
        self._go("GET", path)

    def send(self, values: dict[str, str] | None = None, answer: Answer | None = None) -> None:
        """Fill in the form of this page and go where it leads."""
        form = FormReader(self.page).form
        chosen = {name: answer(name, words) for name, words in form.choices.items() if answer}
        numbers = {n: form.lowest[n] for n, value in form.values.items() if answer and not value}
        self._go("POST", self.path, {**form.values, **numbers, **chosen, **(values or {})})

    def close(self) -> None:
        self._line.close()

    def _go(self, method: str, path: str, values: dict[str, str] | None = None) -> None:
        status, location = self._ask(method, path, urlencode(values) if values else None)
        while status in REDIRECTS:
            self.path = location
            status, location = self._ask("GET", location, None)
        if status != 200:
            raise CannotMeasure(f"{method} {self.path} was answered with {status}.")

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        self.path = path
        cookie = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = {"Cookie": cookie, "X-Bench-Count": "1"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._line.request(method, path, body, headers)
        response = self._line.getresponse()
        self.page = response.read().decode()
        self.requests += 1
        self.queries += int(response.headers.get("X-Bench-Queries", 0))
        for line in response.headers.get_all("Set-Cookie", ()):
            name, _, rest = line.partition("=")
            self._cookies[name] = rest.partition(";")[0]
        return response.status, response.headers.get("Location", "")
