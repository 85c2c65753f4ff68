"""One person at one device: what they see is checked on every page they pass."""

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Response

from accounts.models import User
from tests.people import PASSWORD


SHOTS = settings.VAR_DIR / "screenshots"
# The browser reports a refused form (422) or a conflict (409) as a failed load; that answer is meant.
EXPECTED = ("status of 422", "status of 409")
WATCH_POLICY = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""


class Visitor:
    def __init__(self, browser: Browser, address: str, width: int) -> None:
        self.address = address
        self.width = width
        self.faults: list[str] = []
        self.device = browser.new_context(
            viewport={"width": width, "height": 780 if width < 600 else 900},
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

    def sees(self, text: str) -> None:
        self.page.get_by_text(text).first.wait_for()

    def text(self) -> str:
        return self.page.locator("main").inner_text()

    def look(self) -> None:
        """No sideways scroll, nothing for axe to find, a picture for people to look at."""
        self.page.wait_for_load_state()
        wide = self.page.evaluate("document.documentElement.scrollWidth > innerWidth")
        if wide:
            self.faults.append(f"sideways scroll: {self.page.url}")
        found = Axe().run(self.page).response["violations"]
        self.faults += [
            f"axe {row['id']}: {self.page.url}: {row['nodes'][0]['html'][:160]}" for row in found
        ]
        self._photograph()

    def leave(self) -> None:
        self.device.close()
        assert self.faults == [], self.faults  # this file is not rewritten by pytest

    def _field(self, label: str) -> Locator:
        return self.page.get_by_label(label, exact=False).first

    def _photograph(self) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        name = self.page.url.removeprefix(self.address).strip("/").replace("/", "_") or "beranda"
        stem = "".join("N" if mark.isdigit() else mark for mark in name.split("?")[0])
        self.page.screenshot(path=Path(SHOTS) / f"{stem}-{self.width}.png", full_page=True)

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
