"""One person at one device: what they see is checked on every page they pass."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, ClassVar

from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.test import Client
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Locator,
    Page,
    Response,
    ViewportSize,
)

from accounts.models import User
from tests.people import PASSWORD


SHOTS = settings.VAR_DIR / "screenshots"
# The browser reports a refused form (422) or a conflict (409) as a failed load; that answer is meant.
# The third is a matter of seconds: a page that is slow to be drawn has its letters before it needs them.
EXPECTED = ("status of 422", "status of 409", "was preloaded using link preload but not used")
WATCH_POLICY = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""
# All that axe goes by, apart from the very words and numbers: two pages alike in this are one to it.
SHAPE = """
() => [...document.querySelectorAll("*")].map((element) => [
  element.tagName,
  element.checked,
  [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()),
  ...[...element.attributes].map(({ name, value }) =>
    ["value", "content", "title"].includes(name) ? `${name} ${!value}` : `${name} ${value.replace(/[0-9]+/g, "N")}`),
].join(" ")).join()
"""
# Every rule; only the report of what is in order is left out, which takes longer than the looking.
FIND_VIOLATIONS = "axe.run({ reporter: 'no-passes' }).then((found) => found.violations)"
PICK_EACH = """
(wanted) => [...document.querySelectorAll("fieldset.field")].forEach((group, place) => {
  if (!group.offsetParent || group.querySelector("input:checked")) return;
  const choices = [...group.querySelectorAll("label.choice")];
  const fits = (word) => choices.find((choice) => choice.innerText.toLowerCase().includes(word.toLowerCase()));
  wanted[place].map(fits).find(Boolean)?.click();
})
"""


class Visitor:
    """At a device as wide as the first of the widths; each new kind of page is also judged at the others."""

    judged: ClassVar[set[tuple[int, int]]] = set()

    def __init__(
        self, browser: Browser, address: str, *widths: int, pictures: bool = False
    ) -> None:
        self.address = address
        self.widths = widths
        self.pictures = pictures
        self.faults: list[str] = []
        self.device = browser.new_context(
            viewport=_screen(widths[0]),
            locale="id-ID",
            timezone_id="Asia/Jakarta",
            reduced_motion="reduce",
        )
        self.device.set_default_timeout(10_000)
        self.page: Page = self.device.new_page()
        self.page.add_init_script(WATCH_POLICY)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("response", self._note)

    def is_known_as(self, person: User) -> None:
        """Signed in without the form, which has tests of its own."""
        signed_in = Client()
        signed_in.force_login(person)
        cookie = {"name": settings.SESSION_COOKIE_NAME, "url": self.address}
        self.device.add_cookies(
            [{**cookie, "value": signed_in.cookies[settings.SESSION_COOKIE_NAME].value}]
        )

    def sign_in(self, person: User) -> None:
        self.go("/")
        self.fill("Surel", person.email)
        self.fill("Sandi", PASSWORD)
        self.press("Masuk")
        self.sees("Selamat")

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.look()

    def press(self, name: str, *, exact: bool = True) -> None:
        """Press the button or link of that name and look at the page that comes."""
        main = self.page.locator("main, body").first
        target = main.get_by_role("button", name=name, exact=exact).or_(
            main.get_by_role("link", name=name, exact=exact)
        )
        target.first.click()
        self.page.wait_for_load_state()
        self.look()

    def fill(self, label: str, value: str) -> None:
        self._field(label).fill(value)

    def choose(self, label: str, option: str) -> None:
        self._field(label).select_option(label=option)

    def pick(self, option: str, *, within: str | None = None) -> None:
        """Press a big radio row or a checkbox row by its words, first of all those that it begins with."""
        place: Page | Locator = self.page
        if within:
            place = self.page.get_by_role("group", name=within)
        rows = place.locator("label.choice", has_text=option)
        rows.first.wait_for()
        begins = place.locator("label.choice", has_text=re.compile(rf"^\s*{re.escape(option)}"))
        (begins if begins.count() else rows).first.click()

    def pick_each(self, words_for: Callable[[str], Iterable[str]]) -> None:
        """In each open question the first choice that has one of these words; what a hand reaches is for `pick`."""
        asked = self.page.locator("fieldset.field legend").all_inner_texts()
        self.page.evaluate(PICK_EACH, [list(words_for(question)) for question in asked])

    def sees(self, text: str) -> None:
        self.page.get_by_text(text).first.wait_for()

    def text(self) -> str:
        return self.page.locator("main").inner_text()

    def look(self) -> None:
        """No sideways scroll, nothing for axe to find."""
        self.page.wait_for_load_state()
        shape = hash(self.page.evaluate(SHAPE))
        self._judge(self.widths[0], shape)
        for width in self.widths[1:]:
            if (width, shape) not in self.judged:
                self.page.set_viewport_size(_screen(width))
                self._judge(width, shape)
                self.page.set_viewport_size(_screen(self.widths[0]))

    def _judge(self, width: int, shape: int) -> None:
        faults = []
        if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"sideways scroll: {self.page.url}")
        if (width, shape) not in self.judged:
            self.judged.add((width, shape))
            faults += [
                f"axe {row['id']}: {self.page.url}: {row['nodes'][0]['html'][:160]}"
                for row in self._violations()
            ]
        if faults or self.pictures:
            self._photograph(width)
        self.faults += faults

    def leave(self) -> None:
        self.device.close()
        assert self.faults == [], self.faults  # this file is not rewritten by pytest

    def _field(self, label: str) -> Locator:
        return self.page.locator("main, body").last.get_by_label(label, exact=False).first

    def _violations(self) -> list[dict[str, Any]]:
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        found: list[dict[str, Any]] = self.page.evaluate(FIND_VIOLATIONS)
        return found

    def _photograph(self, width: int) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        name = self.page.url.removeprefix(self.address).strip("/").replace("/", "_") or "beranda"
        stem = "".join("N" if mark.isdigit() else mark for mark in name.split("?")[0])
        self.page.screenshot(path=Path(SHOTS) / f"{stem}-{width}.png", full_page=True)

    def _hear(self, message: ConsoleMessage) -> None:
        asked_by_itself = message.location.get("url", "").endswith(
            "/favicon.ico"
        )  # beside a bare image
        expected = asked_by_itself or any(word in message.text for word in EXPECTED)
        if message.type in {"error", "warning"} and not expected:
            self.faults.append(f"console: {message.text}")

    def _note(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status}: {response.url}")


def _screen(width: int) -> ViewportSize:
    return {"width": width, "height": 780 if width < 600 else 900}
